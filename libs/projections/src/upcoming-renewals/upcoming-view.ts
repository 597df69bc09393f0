import type { RecordedEvent } from '@renewals/event-store';
import { endsAt, type LicenseEvent, type RenewalEvent } from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf, subjectsOf } from '../runtime/subjects';
import { upcomingColumns, type UpcomingRow, upcomingTable } from './upcoming-table';

/** What may be renewed next. A row goes when its term has a successor, is over, or was ended. */
export const upcomingView: RowView<UpcomingRow> = {
  name: 'upcoming-renewals',
  table: upcomingTable,
  categories: ['license', 'renewal'],
  columns: upcomingColumns,
  key: 'license',
  keysOf: (event) => subjectsOf(event),
  evolve: (row, event, license) => {
    const changed = evolve(row, event, license);
    return changed && event.stream === `license-${license}` ? { ...changed, revision: event.revision } : changed;
  },
};

export const upcomingProjection = rowProjection(upcomingView);

function evolve(row: UpcomingRow | undefined, recorded: RecordedEvent, license: string): UpcomingRow | undefined {
  const event = recorded as unknown as LicenseEvent | RenewalEvent;
  if (event.type === 'LicenseIssued') return event.data.kind === 'annual' ? issued(event.data, license) : undefined;
  if (!row) return undefined;
  switch (event.type) {
    case 'LicenseActivated': {
      const { expiresOn, zone } = event.data;
      return expiresOn === undefined ? undefined : { ...row, expiresOn, zone, endsAt: endsAt(expiresOn, zone) };
    }
    case 'RenewalOpened':
      return { ...row, renewal: event.data.renewalId, stage: 'requested' };
    case 'RenewalApproved':
      return row.renewal === idOf(recorded) ? { ...row, stage: 'approved' } : row;
    case 'RenewalReleased':
      return { ...row, renewal: null, stage: null };
    case 'LicenseRenewed':
    case 'LicenseExpired':
    case 'LicenseTerminated':
      return undefined;
    default:
      return row;
  }
}

function issued(data: Extract<LicenseEvent, { type: 'LicenseIssued' }>['data'], license: string): UpcomingRow {
  return {
    license,
    externalId: data.externalId ?? null,
    organization: data.organizationId,
    orderId: data.orderId,
    policy: data.policy,
    product: data.product,
    tab: 'annual',
    quota: data.quota,
    amount: data.unitPrice.amountMinor * data.quota,
    currency: data.unitPrice.currency,
    expiresOn: null,
    zone: null,
    endsAt: null,
    renewal: null,
    stage: null,
    revision: 0,
  };
}
