import type { Term } from '../term';
import type { LicenseActivated, LicenseIssued } from './events';

/** What was granted runs for this term. */
export function activation(
  { kind, policy, hosting }: LicenseIssued['data'],
  mode: LicenseActivated['data']['mode'],
  term: Term,
): LicenseActivated {
  return { type: 'LicenseActivated', data: { mode, kind, policy, hosting, ...term } };
}
