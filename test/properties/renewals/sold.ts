import {
  type Actor,
  type ChannelPolicy,
  isoDate,
  type LicenseId,
  type LicenseIssued,
  type OrderId,
  type OrganizationId,
  period,
  type Policy,
  type Term,
  termAt,
  zone,
} from '@renewals/licensing';
import fc from 'fast-check';

export const byCustomer: Actor = { type: 'customer', id: 'ann' };
export const bySales: Actor = { type: 'sales', id: 'sam' };
export const bySupport: Actor = { type: 'support', id: 'sue' };
export const byItself: Actor = { type: 'automation', id: 'itself' };

export const CUT_OFF_DAYS = 30;

export const lenientTerms: ChannelPolicy = {
  reminders: { offsets: [30, 0], hour: 9, audience: 'order-contacts', onlyWithRecurringBilling: false, digest: true },
  salesTask: 'none',
  recurringBilling: { opensDaysBefore: 60, cutOffDays: CUT_OFF_DAYS, noticeProof: 'none' },
  renewal: {
    openedBy: ['portal', 'sales'],
    commitmentRequired: false,
    startsUpon: 'invoice',
    graceDays: 0,
    quoteValidDays: 14,
  },
  quota: { channel: 'self-service', term: 'parent', thresholds: [80, 100] },
};

/** Most of the steps are to be done under it, so it forbids little. */
export const policy: Policy = {
  id: 'lenient',
  vendor: {
    name: 'Lenient Software',
    zone: zone('America/Vancouver'),
    salesEmail: 'sales@lenient.example',
    supportEmail: 'support@lenient.example',
    mailFrom: 'renewals@lenient.example',
    locale: 'en',
  },
  upcomingDays: 90,
  channels: { store: lenientTerms },
  importChannel: 'store',
  trial: {
    period: period('P30D'),
    quota: 10,
    extensionDays: 30,
    maxExtensions: 2,
    extendableDaysBefore: 14,
    endNoticeDays: 7,
  },
  invitationValidDays: 7,
  passwordLinkValidHours: 24,
};

/** Terms of the store, with an odd one among them. */
export const anyTerms: fc.Arbitrary<ChannelPolicy> = fc
  .record({ graceDays: fc.constantFrom(0, 0, 0, 5), commitmentRequired: fc.constantFrom(false, false, true) })
  .map((renewal) => ({ ...lenientTerms, renewal: { ...lenientTerms.renewal, ...renewal } }));

export const anyTerm: fc.Arbitrary<Term> = fc
  .tuple(
    fc.constantFrom('2025-03-10', '2027-12-31', '2028-02-29', '2026-01-31'),
    fc.constantFrom('P1Y', 'P1Y', 'P1Y', 'P1M', 'P30D'),
    fc.constantFrom('Europe/Berlin', 'America/Havana', 'Pacific/Apia'),
  )
  .map(([anchor, length, where]) => termAt(isoDate(anchor), period(length), 1, zone(where)));

export function grantOf(licenseId: LicenseId, term: Term, more: Partial<LicenseIssued['data']>): LicenseIssued['data'] {
  return {
    licenseId,
    orderId: 'order' as OrderId,
    organizationId: 'acme' as OrganizationId,
    policy: policy.id,
    policyHash: 'hash',
    channel: 'store',
    product: 'Reader',
    kind: 'annual',
    delivery: 'classic',
    hosting: 'vendor',
    period: term.period,
    quota: 3,
    unitPrice: { amountMinor: 1001, currency: 'EUR' },
    origin: 'purchase',
    ...more,
  };
}
