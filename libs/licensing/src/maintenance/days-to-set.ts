import type { PolicyMoved } from '../policy';
import type { StartedMaintenance } from './state';

/** The term whose days are computed anew when what they follow from changes: the last one, while it runs. */
export function daysToSet({ status, term }: StartedMaintenance): Pick<PolicyMoved['data'], 'term'> {
  if (status !== 'running') return {};
  const { startsOn, expiresOn, zone } = term;
  return { term: { startsOn, expiresOn, zone } };
}
