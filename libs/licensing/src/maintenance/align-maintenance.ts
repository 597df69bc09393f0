import { soldUnder } from '../policy';
import { type AlignTerm, aligningRules } from '../renewable';
import type { AtTime } from '../shared/decision';
import { enforce } from '../shared/rule';
import type { MaintenanceAligned } from './events';
import { canGoOn } from './rules';
import { type Maintenance, renewableAt } from './state';

/** Moves the end of the last term on record to the date of the alignment, together with licenses (R). */
export function alignMaintenance(maintenance: Maintenance, command: AlignTerm, decision: AtTime): MaintenanceAligned[] {
  const { alignmentId, currentExpiresOn, targetDate: newExpiresOn } = command;
  if ('alignedBy' in maintenance && maintenance.alignedBy === alignmentId) return [];
  enforce(canGoOn, maintenance, command, decision);
  if (maintenance.status === 'none') return [];
  enforce(aligningRules, renewableAt(maintenance, currentExpiresOn), command, decision);
  const { startsOn, expiresOn: previousExpiresOn, zone } = maintenance.term;
  const data = { alignmentId, startsOn, previousExpiresOn, newExpiresOn, zone, ...soldUnder(maintenance.agreed) };
  return [{ type: 'MaintenanceAligned', data }];
}
