import type { PolicyMoved, PolicyVersion } from '../policy';
import type { ActiveLicense, License } from './state';

/** Follows its order to another version of the policy; an annual license that runs has its days computed anew. */
export function moveLicenseToPolicy(license: License, { policy, policyHash }: PolicyVersion): PolicyMoved[] {
  if (license.status === 'unissued' || license.grant.policyHash === policyHash) return [];
  const { kind, channel } = license.grant;
  const isRunning = license.status === 'active' && kind === 'annual' && !license.successor;
  return [{ type: 'PolicyMoved', data: { policy, policyHash, channel, ...(isRunning && daysOf(license)) } }];
}

function daysOf({ term: { startsOn, expiresOn, zone } }: ActiveLicense): Pick<PolicyMoved['data'], 'term'> {
  return { term: { startsOn, expiresOn, zone } };
}
