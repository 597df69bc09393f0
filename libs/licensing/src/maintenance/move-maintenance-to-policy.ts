import type { PolicyMoved, PolicyVersion } from '../policy';
import type { Maintenance } from './state';

/** Follows the order of its license to another version of the policy; the days of its last term are computed anew. */
export function moveMaintenanceToPolicy(
  maintenance: Maintenance,
  { policy, policyHash }: PolicyVersion,
): PolicyMoved[] {
  if (maintenance.status === 'none' || maintenance.agreed.policyHash === policyHash) return [];
  const { channel } = maintenance.agreed;
  const { startsOn, expiresOn, zone } = maintenance.term;
  const isRunning = maintenance.status === 'running';
  const term = isRunning && { term: { startsOn, expiresOn, zone } };
  return [{ type: 'PolicyMoved', data: { policy, policyHash, channel, ...term } }];
}
