import { soldUnder } from '../policy';
import type { GrantedTerm, LicenseActivated, LicenseIssued } from './events';

/** What was granted runs for this term. */
export function activation(
  grant: LicenseIssued['data'],
  mode: LicenseActivated['data']['mode'],
  term: GrantedTerm,
): LicenseActivated {
  const { kind, hosting, origin, predecessorId } = grant;
  const boughtFor = origin === 'purchase' && predecessorId !== undefined && { convertsTrial: predecessorId };
  const data = { mode, kind, ...soldUnder(grant), hosting, ...term, ...boughtFor };
  return { type: 'LicenseActivated', data };
}
