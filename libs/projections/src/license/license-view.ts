import type { RecordedEvent } from '@renewals/event-store';
import {
  addDays,
  endsAt,
  type IsoDate,
  type LicenseEvent,
  type MaintenanceEvent,
  type RenewalEvent,
  startsAt,
  type Zone,
} from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf, subjectsOf } from '../runtime/subjects';
import { unused, useAfter } from './license-use';
import { licenseColumns, type LicenseRow, licenseTable } from './license-table';

/** One license as it is, with its lineage: folded from its own events and from those of renewals that name it. */
export const licenseView: RowView<LicenseRow> = {
  name: 'licenses',
  table: licenseTable,
  categories: ['license', 'maintenance', 'renewal'],
  columns: licenseColumns,
  key: 'license',
  keysOf: (event) => subjectsOf(event),
  evolve: (row, event, license) => {
    const changed = evolve(row, event, license);
    return changed && event.stream === `license-${license}` ? { ...changed, revision: event.revision } : changed;
  },
};

export const licenseProjection = rowProjection(licenseView);

function evolve(row: LicenseRow | undefined, recorded: RecordedEvent, license: string): LicenseRow | undefined {
  const event = recorded as unknown as LicenseEvent | MaintenanceEvent | RenewalEvent;
  if (event.type === 'LicenseIssued') return issued(event.data, license);
  if (!row) return undefined;
  switch (event.type) {
    case 'LicenseActivated': {
      const { anchor, n, startsOn, expiresOn, zone, period } = event.data;
      const ends = expiresOn === undefined ? null : endsAt(expiresOn, zone);
      const term = { anchor, n, startsOn, startsAt: startsAt(startsOn, zone), zone, period };
      return { ...row, ...term, expiresOn: expiresOn ?? null, endsAt: ends };
    }
    case 'TrialExtended': {
      const { newExpiresOn, zone } = event.data;
      return {
        ...row,
        expiresOn: newExpiresOn,
        endsAt: endsAt(newExpiresOn, zone),
        extensions: event.data.extensionNo,
      };
    }
    case 'TermAligned': {
      const { newExpiresOn: anchor, zone } = event.data;
      return { ...row, anchor, n: 0, expiresOn: anchor, endsAt: endsAt(anchor, zone) };
    }
    case 'MaintenanceStarted':
      return maintained(row, event.data.startsOn, event.data.expiresOn, event.data.zone);
    case 'MaintenanceRenewed':
      return {
        ...maintained(row, event.data.startsOn, event.data.newExpiresOn, event.data.zone),
        renewal: null,
        renewalStage: null,
      };
    case 'MaintenanceAligned':
      return maintained(row, event.data.startsOn, event.data.newExpiresOn, event.data.zone);
    case 'TrialConverted':
      return { ...row, convertedTo: event.data.newLicenseId, convertedOn: event.data.on };
    case 'LicenseReactivated': {
      const { startsOn, newExpiresOn: anchor, zone } = event.data;
      const term = { anchor, n: 0, startsOn, startsAt: startsAt(startsOn, zone) };
      return { ...row, ...term, expiresOn: anchor, endsAt: endsAt(anchor, zone) };
    }
    case 'LicenseKeyGenerated':
    case 'HandshakeCodeAssigned':
    case 'HandshakeConfigurationRequired':
    case 'HandshakeConfigured':
    case 'QuotaAdded':
    case 'UsageRecorded':
    case 'QuotaThresholdCrossed':
    case 'QuotaExhausted':
      return { ...row, ...useAfter(row, event) };
    case 'LicenseTerminated':
      return { ...row, terminatedOn: event.data.on };
    case 'RenewalOpened':
      return { ...row, renewal: event.data.renewalId, renewalStage: 'requested' };
    case 'RenewalApproved':
      return row.renewal === idOf(recorded) ? { ...row, renewalStage: 'approved' } : row;
    case 'RenewalReleased':
      return { ...row, renewal: null, renewalStage: null };
    case 'LicenseRenewed': {
      const { successorId, startsOn } = event.data;
      return { ...row, successor: successorId, successorStartsOn: startsOn, renewal: null, renewalStage: null };
    }
    default:
      return row;
  }
}

/** A term that follows on the day after goes on with the one before. */
function maintained(row: LicenseRow, startsOn: IsoDate, expiresOn: IsoDate, zone: Zone): LicenseRow {
  const before = row.maintainedUntil as IsoDate | null;
  const goesOn = before !== null && startsOn <= addDays(before, 1);
  return {
    ...row,
    maintainedFrom: goesOn ? row.maintainedFrom : startsOn,
    maintainedUntil: expiresOn,
    maintenanceEndsAt: endsAt(expiresOn, zone),
  };
}

function issued(data: Extract<LicenseEvent, { type: 'LicenseIssued' }>['data'], license: string): LicenseRow {
  return {
    license,
    externalId: data.externalId ?? null,
    organization: data.organizationId,
    orderId: data.orderId,
    policy: data.policy,
    product: data.product,
    kind: data.kind,
    delivery: data.delivery,
    hosting: data.hosting,
    origin: data.origin,
    quota: data.quota,
    unitPrice: data.unitPrice.amountMinor,
    currency: data.unitPrice.currency,
    period: data.period,
    predecessor: data.predecessorId ?? null,
    extensions: 0,
    convertedTo: null,
    convertedOn: null,
    anchor: null,
    n: null,
    startsOn: null,
    startsAt: null,
    expiresOn: null,
    endsAt: null,
    zone: null,
    maintainedFrom: null,
    maintainedUntil: null,
    maintenanceEndsAt: null,
    terminatedOn: null,
    successor: null,
    successorStartsOn: null,
    renewal: null,
    renewalStage: null,
    ...unused,
    revision: 0,
  };
}
