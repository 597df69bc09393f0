import type {
  BillingAgreementEvent,
  ContactId,
  DomainEvent,
  IsoDate,
  LicenseEvent,
  LicenseId,
  OrganizationEvent,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

const licenseId = derivedId('bench', 'license', 0) as LicenseId;
const contactOf = (index: number) => derivedId('bench', 'contact', index) as ContactId;
const by = { type: 'sales', id: 'bench' } as const;
const day = '2026-01-01' as IsoDate;

/** A license that is used every day: reports of usage without end. */
export function licenseHistory(length: number): readonly DomainEvent[] {
  const sold = { policy: 'bench', policyHash: 'hash', channel: 'store' };
  const term = { anchor: day, n: 1, period: 'P1Y', startsOn: day, expiresOn: '2027-01-01', zone: 'UTC' };
  const grant = { licenseId, kind: 'annual', delivery: 'cloud', hosting: 'vendor', period: 'P1Y', quota: 1_000_000 };
  const unitPrice = { amountMinor: 1200, currency: 'EUR' };
  const first = [
    { type: 'LicenseIssued', data: { ...sold, ...grant, product: 'Reader', unitPrice, origin: 'purchase' } },
    { type: 'LicenseActivated', data: { ...sold, ...term, mode: 'manual', kind: 'annual', hosting: 'vendor' } },
  ] as unknown as LicenseEvent[];
  return filled(length, first, (index) => ({
    type: 'UsageRecorded',
    data: { reportId: `report ${index}`, quantity: 1, usedAt: '2026-02-01T00:00:00Z' },
  }));
}

/** A company that invites one person after the other. */
export function organizationHistory(length: number): readonly DomainEvent[] {
  const personal = (index: number) => ({ $personal: contactOf(index), sealed: 'x'.repeat(60), event: 'bench' });
  const owner = { contactId: contactOf(0), email: personal(0), name: personal(0) };
  const first = [
    { type: 'OrganizationRegistered', data: { via: 'import', role: 'customer', name: 'Bench', zone: 'UTC', owner } },
  ] as unknown as OrganizationEvent[];
  return filled(length, first, (index) => ({
    type: 'ContactInvited',
    data: {
      invitationId: `invitation ${index}`,
      contactId: contactOf(index),
      email: personal(index),
      name: personal(index),
      invitedBy: by,
      expiresAt: '2026-02-01T00:00:00Z',
    },
  }));
}

/** Recurring billing on and off again, many times over. */
export function agreementHistory(length: number): readonly DomainEvent[] {
  const first = [
    { type: 'RecurringBillingEnabled', data: { licenseId, billingContactId: contactOf(0) } },
  ] as unknown as BillingAgreementEvent[];
  return filled(length, first, (index) =>
    index % 2 === 1
      ? { type: 'RecurringBillingCancelled', data: { licenseId, cancelledOn: day, by } }
      : { type: 'RecurringBillingResumed', data: { licenseId, resumedOn: day, by } },
  );
}

function filled(length: number, first: readonly DomainEvent[], next: (index: number) => DomainEvent) {
  return [...first, ...Array.from({ length: length - first.length }, (_, index) => next(index + first.length))];
}
