import type { Period, Zone } from '../shared/words';
import type { ChannelPolicy, Policy } from './policy';

/** Customers renew by themselves in the portal; every order contact is reminded. */
export const portalTerms: ChannelPolicy = {
  reminders: {
    offsets: [90, 60, 30, 14, 7, 0],
    hour: 9,
    audience: 'order-contacts',
    onlyWithRecurringBilling: false,
    digest: true,
  },
  salesTask: 'none',
  recurringBilling: 'none',
  renewal: {
    openedBy: ['portal', 'sales'],
    commitmentRequired: false,
    startsUpon: 'invoice',
    graceDays: 0,
    quoteValidDays: 30,
  },
  quota: { channel: 'self-service', term: 'parent', thresholds: [80, 100] },
};

/** Sales or recurring billing renews, on a commitment; the billing contact is written to once. */
export const recurringTerms: ChannelPolicy = {
  reminders: { offsets: [60], hour: 9, audience: 'billing-contact', onlyWithRecurringBilling: true, digest: true },
  salesTask: { opensDaysBefore: 90, dueDaysBefore: 60 },
  recurringBilling: { opensDaysBefore: 60, cutOffDays: 30, noticeProof: 'none' },
  renewal: { ...portalTerms.renewal, openedBy: ['sales'], commitmentRequired: true },
  quota: { channel: 'sales', term: 'own', thresholds: [80, 100] },
};

export const portalPolicy: Policy = {
  id: 'portal',
  vendor: {
    name: 'Portal Software',
    zone: 'America/Vancouver' as Zone,
    salesEmail: 'sales@portal.example',
    supportEmail: 'support@portal.example',
    mailFrom: 'renewals@portal.example',
    locale: 'en',
  },
  upcomingDays: 90,
  channels: { store: portalTerms, 'purchase-order': portalTerms, reseller: portalTerms },
  importChannel: 'store',
  trial: {
    period: 'P30D' as Period,
    quota: 10,
    extensionDays: 30,
    maxExtensions: 2,
    extendableDaysBefore: 14,
    endNoticeDays: 7,
  },
  invitationValidDays: 7,
  passwordLinkValidHours: 24,
};

export const recurringPolicy: Policy = {
  ...portalPolicy,
  id: 'recurring',
  channels: {
    store: recurringTerms,
    'purchase-order': recurringTerms,
    reseller: recurringTerms,
    'payment-provider': {
      ...recurringTerms,
      renewal: { ...recurringTerms.renewal, openedBy: ['sales', 'provider-form'], commitmentRequired: false },
    },
  },
  importChannel: 'payment-provider',
};
