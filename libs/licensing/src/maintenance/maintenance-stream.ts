import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { MaintenanceEvent, MaintenanceRenewed, MaintenanceStarted } from './events';
import type { LapsedMaintenance, Maintenance, RunningMaintenance, StartedMaintenance } from './state';

function evolve(maintenance: Maintenance, event: MaintenanceEvent): Maintenance {
  switch (event.type) {
    case 'MaintenanceStarted':
      return started(event);
    case 'PolicyMoved': {
      const { policy, policyHash } = event.data;
      const moved = agreed(maintenance, event);
      return { ...moved, agreed: { ...moved.agreed, policy, policyHash } };
    }
    case 'ReminderOffsetsChanged': {
      const reminded = agreed(maintenance, event);
      return { ...reminded, agreed: { ...reminded.agreed, overrides: event.data.overrides } };
    }
    case 'RenewalOpened':
      return { ...renewable(maintenance, event), claim: event.data };
    case 'RenewalReleased':
      return released(agreed(maintenance, event));
    case 'MaintenanceRenewed':
      return renewed(renewable(maintenance, event), event);
    case 'MaintenanceAligned': {
      const { alignmentId, newExpiresOn } = event.data;
      const aligned = renewable(maintenance, event);
      const term = { ...aligned.term, anchor: newExpiresOn, n: 0, expiresOn: newExpiresOn };
      return { ...aligned, status: 'running', term, alignedBy: alignmentId };
    }
    case 'MaintenanceLapsed':
      return { ...renewable(maintenance, event), status: 'lapsed' };
    case 'MaintenanceEnded':
      return { ...renewable(maintenance, event), status: 'ended', ending: event.data };
    default:
      throw new UnknownEvent('maintenance', event);
  }
}

function started({ data }: MaintenanceStarted): RunningMaintenance {
  const { anchor, n, period, startsOn, expiresOn, zone } = data;
  return { status: 'running', agreed: data, term: { anchor, n, period, startsOn, expiresOn, zone }, earlier: [] };
}

function renewed(
  { claim: _ended, ...maintenance }: RunningMaintenance | LapsedMaintenance,
  { data }: MaintenanceRenewed,
): RunningMaintenance {
  const { renewalId, anchor, n, startsOn, newExpiresOn, zone } = data;
  const { period } = maintenance.term;
  return {
    ...maintenance,
    status: 'running',
    term: { anchor, n, period, startsOn, expiresOn: newExpiresOn, zone, renewalId },
    earlier: [...maintenance.earlier, maintenance.term],
  };
}

function released({ claim: _ended, ...maintenance }: StartedMaintenance): StartedMaintenance {
  return maintenance;
}

function agreed(maintenance: Maintenance, event: MaintenanceEvent): StartedMaintenance {
  if (maintenance.status === 'none') throw new EventOutOfPlace('maintenance', event, maintenance.status);
  return maintenance;
}

function renewable(maintenance: Maintenance, event: MaintenanceEvent): RunningMaintenance | LapsedMaintenance {
  if (maintenance.status === 'none' || maintenance.status === 'ended') {
    throw new EventOutOfPlace('maintenance', event, maintenance.status);
  }
  return maintenance;
}

export const maintenanceStream: StreamDefinition<Maintenance, MaintenanceEvent> = {
  category: 'maintenance',
  initial: { status: 'none' },
  evolve,
};
