import { soldUnder } from '../policy';
import { nextTermRules } from '../renewable';
import { enforce } from '../shared/rule';
import type { RenewalId } from '../shared/words';
import type { Term } from '../term';
import type { MaintenanceRenewed } from './events';
import { canGoOn } from './rules';
import { type Maintenance, termOf } from './state';

export interface RecordMaintenanceRenewed {
  readonly renewalId: RenewalId;
  readonly term: Term;
}

/** Records the next term at once, in place; the one before stays valid until it ends. */
export function recordMaintenanceRenewed(
  maintenance: Maintenance,
  command: RecordMaintenanceRenewed,
): MaintenanceRenewed[] {
  const { renewalId, term } = command;
  if (termOf(maintenance, renewalId)) return [];
  enforce(canGoOn, maintenance, command, {});
  if (maintenance.status === 'none') return [];
  const { anchor, n, startsOn, expiresOn: newExpiresOn, zone } = term;
  enforce(nextTermRules, maintenance, { renewalId, startsOn, newExpiresOn }, {});
  const data = { renewalId, anchor, n, startsOn, newExpiresOn, zone, ...soldUnder(maintenance.agreed) };
  return [{ type: 'MaintenanceRenewed', data }];
}
