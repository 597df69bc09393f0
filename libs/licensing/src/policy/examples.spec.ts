import type { Period, Zone } from '../shared/words';
import type { Policy } from './policy';

/** Customers renew by themselves in the portal; every order contact is reminded. */
export const portalPolicy: Policy = {
  id: 'portal',
  vendor: {
    name: 'Portal Software',
    zone: 'America/Vancouver' as Zone,
    salesEmail: 'sales@portal.example',
    supportEmail: 'support@portal.example',
    mailFrom: 'renewals@portal.example',
  },
  upcomingDays: 90,
  reminders: { offsets: [90, 60, 30, 14, 7, 0], hour: 9, audience: 'order-contacts', onlyWithRecurringBilling: false },
  recurringBilling: 'none',
  channels: {
    store: { portalRenewal: true, commitmentRequired: false },
    'purchase-order': { portalRenewal: true, commitmentRequired: false },
    reseller: { portalRenewal: true, commitmentRequired: false },
  },
  importChannel: 'store',
  trial: { period: 'P30D' as Period, extensionDays: 30, maxExtensions: 2 },
  quota: { channel: 'self-service', term: 'parent' },
  quoteValidDays: 30,
  invitationValidDays: 7,
};

/** Sales or recurring billing renews, on a commitment; the billing contact is written to once. */
export const recurringPolicy: Policy = {
  ...portalPolicy,
  id: 'recurring',
  reminders: { offsets: [60], hour: 9, audience: 'billing-contact', onlyWithRecurringBilling: true },
  recurringBilling: { opensDaysBefore: 60, cutOffDays: 30 },
  channels: {
    store: { portalRenewal: false, commitmentRequired: true },
    'purchase-order': { portalRenewal: false, commitmentRequired: true },
    reseller: { portalRenewal: false, commitmentRequired: true },
    'payment-provider': { portalRenewal: false, commitmentRequired: false },
  },
  importChannel: 'payment-provider',
  quota: { channel: 'sales', term: 'own' },
};
