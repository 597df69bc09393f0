import type { GrantedTerm, LicenseActivated, LicenseIssued } from './events';

/** What was granted runs for this term. */
export function activation(
  { kind, policy, policyHash, channel, hosting, origin, predecessorId }: LicenseIssued['data'],
  mode: LicenseActivated['data']['mode'],
  term: GrantedTerm,
): LicenseActivated {
  const boughtFor = origin === 'purchase' && predecessorId !== undefined && { convertsTrial: predecessorId };
  const data = { mode, kind, policy, policyHash, channel, hosting, ...term, ...boughtFor };
  return { type: 'LicenseActivated', data };
}
