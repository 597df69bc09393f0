import type { MaintenanceEnded } from './events';
import type { Maintenance } from './state';

export type EndMaintenance = MaintenanceEnded['data'];

/** A license that is terminated takes its maintenance with it. */
export function endMaintenance(maintenance: Maintenance, command: EndMaintenance): MaintenanceEnded[] {
  if (maintenance.status === 'none' || maintenance.status === 'ended') return [];
  return [{ type: 'MaintenanceEnded', data: command }];
}
