import { isTermOver } from '../renewable';
import type { AtTime } from '../shared/decision';
import type { MaintenanceLapsed } from './events';
import type { Maintenance } from './state';

/** Records what the clock made true. A term that is on record to follow keeps it running. */
export function recordLapse(maintenance: Maintenance, _command: object, { now }: AtTime): MaintenanceLapsed[] {
  if (maintenance.status !== 'running' || !isTermOver(maintenance.term, now)) return [];
  return [{ type: 'MaintenanceLapsed', data: { expiresOn: maintenance.term.expiresOn } }];
}
