import { type PolicyMoved, type PolicyVersion, soldUnder } from '../policy';
import { daysToSet } from './days-to-set';
import type { Maintenance } from './state';

/** Follows the order of its license to another version of the policy; the days of its last term are computed anew. */
export function moveMaintenanceToPolicy(
  maintenance: Maintenance,
  { policy, policyHash }: PolicyVersion,
): PolicyMoved[] {
  if (maintenance.status === 'none' || maintenance.agreed.policyHash === policyHash) return [];
  const moved = soldUnder({ ...maintenance.agreed, policy, policyHash });
  return [{ type: 'PolicyMoved', data: { ...moved, ...daysToSet(maintenance) } }];
}
