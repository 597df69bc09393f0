import type { RecordedEvent } from '@renewals/event-store';
import {
  endsAt,
  type IsoDate,
  type LicenseEvent,
  type LicenseIssued,
  type MaintenanceEvent,
  type Money,
  type RenewalEvent,
  type Zone,
} from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf, subjectsOf } from '../runtime/subjects';
import { upcomingColumns, type UpcomingRow, upcomingTable } from './upcoming-table';

/** What may be renewed next. A row goes when its term has a successor license or was ended, and hides when it is over. */
export const upcomingView: RowView<UpcomingRow> = {
  name: 'upcoming-renewals',
  table: upcomingTable,
  categories: ['license', 'maintenance', 'renewal'],
  columns: upcomingColumns,
  key: 'license',
  keysOf: (event) => subjectsOf(event),
  evolve: (row, event, license) => {
    const changed = evolve(row, event, license);
    return changed && event.stream === streamOf(changed) ? { ...changed, revision: event.revision } : changed;
  },
};

export const upcomingProjection = rowProjection(upcomingView);

function streamOf({ tab, license }: UpcomingRow): string {
  return `${tab === 'annual' ? 'license' : 'maintenance'}-${license}`;
}

function evolve(row: UpcomingRow | undefined, recorded: RecordedEvent, license: string): UpcomingRow | undefined {
  const event = recorded as unknown as LicenseEvent | MaintenanceEvent | RenewalEvent;
  if (event.type === 'LicenseIssued') return issued(event.data, license);
  if (!row) return undefined;
  switch (event.type) {
    case 'LicenseActivated':
    case 'MaintenanceStarted':
      return event.data.expiresOn === undefined ? row : ending(row, event.data.expiresOn, event.data.zone);
    case 'LicenseReactivated':
    case 'TermAligned':
    case 'MaintenanceAligned':
      return ending(row, event.data.newExpiresOn, event.data.zone);
    case 'MaintenanceRenewed':
      return { ...ending(row, event.data.newExpiresOn, event.data.zone), ...unclaimed };
    case 'RenewalOpened':
      return { ...row, renewal: event.data.renewalId, stage: 'requested' };
    case 'RenewalApproved':
      return row.renewal === idOf(recorded) ? { ...row, stage: 'approved' } : row;
    case 'RenewalReleased':
      return { ...row, ...unclaimed };
    case 'LicenseExpired':
    case 'MaintenanceLapsed':
      return { ...row, expiresOn: null, endsAt: null };
    case 'LicenseRenewed':
    case 'LicenseTerminated':
      return undefined;
    default:
      return row;
  }
}

const unclaimed = { renewal: null, stage: null };

function ending(row: UpcomingRow, expiresOn: IsoDate, zone: Zone): UpcomingRow {
  return { ...row, expiresOn, zone, endsAt: endsAt(expiresOn, zone) };
}

function issued(data: LicenseIssued['data'], license: string): UpcomingRow | undefined {
  if (data.kind === 'annual') return rowOf(data, license, 'annual', data.unitPrice);
  return data.maintenance && rowOf(data, license, 'maintenance', data.maintenance.unitPrice);
}

function rowOf(
  data: LicenseIssued['data'],
  license: string,
  tab: UpcomingRow['tab'],
  { amountMinor, currency }: Money,
): UpcomingRow {
  return {
    license,
    externalId: data.externalId ?? null,
    organization: data.organizationId,
    orderId: data.orderId,
    policy: data.policy,
    product: data.product,
    tab,
    quota: data.quota,
    amount: amountMinor * data.quota,
    currency,
    expiresOn: null,
    zone: null,
    endsAt: null,
    ...unclaimed,
    revision: 0,
  };
}
