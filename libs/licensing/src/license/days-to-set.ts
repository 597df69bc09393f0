import type { PolicyMoved } from '../policy';
import type { License } from './state';

/** The term whose days are computed anew when what they follow from changes: that of an annual license that runs. */
export function daysToSet(license: License): Pick<PolicyMoved['data'], 'term'> {
  if (license.status !== 'active' || license.grant.kind !== 'annual' || license.successor) return {};
  const { startsOn, expiresOn, zone } = license.term;
  return { term: { startsOn, expiresOn, zone } };
}
