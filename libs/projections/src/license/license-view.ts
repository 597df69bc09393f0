import type { RecordedEvent } from '@renewals/event-store';
import { endsAt, type LicenseEvent, type RenewalEvent, startsAt } from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf, subjectsOf } from '../runtime/subjects';
import { licenseColumns, type LicenseRow, licenseTable } from './license-table';

/** One license as it is, with its lineage: folded from its own events and from those of renewals that name it. */
export const licenseView: RowView<LicenseRow> = {
  name: 'licenses',
  table: licenseTable,
  categories: ['license', 'renewal'],
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
  const event = recorded as unknown as LicenseEvent | RenewalEvent;
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
      return { ...row, expiresOn: newExpiresOn, endsAt: endsAt(newExpiresOn, zone) };
    }
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
    quota: data.quota,
    unitPrice: data.unitPrice.amountMinor,
    currency: data.unitPrice.currency,
    period: data.period,
    predecessor: data.predecessorId ?? null,
    anchor: null,
    n: null,
    startsOn: null,
    startsAt: null,
    expiresOn: null,
    endsAt: null,
    zone: null,
    terminatedOn: null,
    successor: null,
    successorStartsOn: null,
    renewal: null,
    renewalStage: null,
    revision: 0,
  };
}
