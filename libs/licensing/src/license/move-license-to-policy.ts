import { type PolicyMoved, type PolicyVersion, soldUnder } from '../policy';
import { daysToSet } from './days-to-set';
import type { License } from './state';

/** Follows its order to another version of the policy; an annual license that runs has its days computed anew. */
export function moveLicenseToPolicy(license: License, { policy, policyHash }: PolicyVersion): PolicyMoved[] {
  if (license.status === 'unissued' || license.grant.policyHash === policyHash) return [];
  const moved = soldUnder({ ...license.grant, policy, policyHash });
  return [{ type: 'PolicyMoved', data: { ...moved, ...daysToSet(license) } }];
}
