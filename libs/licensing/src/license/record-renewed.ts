import { nextTermRules } from '../renewable';
import { enforce } from '../shared/rule';
import type { LicenseRenewed } from './events';
import { inUse } from './rules';
import { type License, renewableOf } from './state';

export type RecordRenewed = Omit<LicenseRenewed['data'], 'zone'>;

/** Records the successor's term at once, also when it lies ahead: from then on validity follows the clock. */
export function recordRenewed(license: License, command: RecordRenewed): LicenseRenewed[] {
  if ('successor' in license && license.successor?.successorId === command.successorId) return [];
  enforce(inUse, license, command, {});
  const renewable = renewableOf(license);
  if (!renewable) return [];
  enforce(nextTermRules, renewable, command, {});
  return [{ type: 'LicenseRenewed', data: { ...command, zone: renewable.term.zone } }];
}
