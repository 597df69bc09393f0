import {
  type ChannelPolicy,
  period,
  type Policy,
  type PolicyOf,
  UnknownPolicyVersion,
  zone,
} from '@renewals/licensing';

/** Two policies that differ in who is reminded; not a spec itself. */
const terms: ChannelPolicy = {
  reminders: { offsets: [90, 60], hour: 9, audience: 'order-contacts', onlyWithRecurringBilling: false, digest: true },
  salesTask: 'none',
  recurringBilling: 'none',
  renewal: {
    openedBy: ['portal'],
    commitmentRequired: false,
    startsUpon: 'invoice',
    graceDays: 0,
    quoteValidDays: 30,
  },
  quota: { channel: 'self-service', term: 'parent', thresholds: [80, 100] },
};
const billingTerms: ChannelPolicy = { ...terms, reminders: { ...terms.reminders, audience: 'billing-contact' } };
const portal: Policy = {
  id: 'portal',
  vendor: {
    name: 'Portal Software',
    zone: zone('America/Vancouver'),
    salesEmail: 'sales@portal.example',
    supportEmail: 'support@portal.example',
    mailFrom: 'renewals@portal.example',
    locale: 'en',
  },
  upcomingDays: 90,
  channels: { store: terms, reseller: terms },
  importChannel: 'store',
  trial: {
    period: period('P30D'),
    extensionDays: 30,
    quota: 10,
    maxExtensions: 2,
    extendableDaysBefore: 14,
    endNoticeDays: 7,
  },
  invitationValidDays: 7,
  passwordLinkValidHours: 24,
};
const billing: Policy = { ...portal, id: 'billing', channels: { store: billingTerms, reseller: billingTerms } };
/** By the id; the version `billing only` of either is the other. */
export const policyOf: PolicyOf = (version) => {
  if (version.policyHash === 'billing only') return billing;
  const found = [portal, billing].find(({ id }) => id === version.policy);
  if (!found) throw new UnknownPolicyVersion(version);
  return found;
};
