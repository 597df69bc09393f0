import type { InvoiceId, IsoDate } from '@renewals/licensing';
import type { MailContent } from '../compose/mail-content';
import {
  asBillingContact,
  asOrderContact,
  correspondence,
  EXAMPLE_TIME,
  license,
  licensePage,
  orderId,
  portal,
  toSales,
} from './correspondence';
import { digest, reminder, trialEnds } from './reminders';

type Examples = { readonly [Kind in MailContent['kind']]: Extract<MailContent, { kind: Kind }> };

const DAY = 86_400_000;
const amount = { amountMinor: 123_450, currency: 'EUR' };
const total = { amountMinor: 246_900, currency: 'EUR' };
const runs = { startsOn: '2026-03-11' as IsoDate, expiresOn: '2027-03-10' as IsoDate };
const paid = { of: 'license', product: license.product, license: 'S-1001', quota: 1250, amount, runs } as const;
const quoted = { of: 'license', product: license.product, license: 'S-1001', quota: 1250, amount } as const;
const startsOn = '2026-03-11' as IsoDate;

/** One mail of each kind that says everything which its kind may say. */
export const examples: Examples = {
  'access-removed': { ...correspondence, kind: 'access-removed', company: 'Acme', orderId },
  alert: {
    ...toSales,
    kind: 'alert',
    customer: 'Acme',
    reason: 'no-recipient',
    orderId,
    expiry: { product: license.product, expiresOn: '2026-03-10' as IsoDate },
  },
  approval: {
    ...correspondence,
    kind: 'approval',
    customers: ['Acme'],
    lines: [{ ...quoted, startsOn }],
    total: amount,
    next: 'commitment',
    because: asOrderContact,
  },
  confirmation: {
    ...correspondence,
    kind: 'confirmation',
    customers: ['Acme'],
    invoice: {
      id: 'b111d000-0000-5000-8000-000000000001' as InvoiceId,
      poNumber: 'PO-7',
      issuedOn: '2026-01-08' as IsoDate,
    },
    lines: [
      { ...paid, next: 'key-for-reader' },
      { ...paid, of: 'maintenance', product: 'Label Printer', license: 'S-1002', next: 'maintenance-goes-on' },
    ],
    total,
    step: { to: 'see-licenses', url: `${portal}/portal/licenses` },
    because: asBillingContact,
  },
  digest,
  'handshake-required': {
    ...correspondence,
    kind: 'handshake-required',
    license,
    handshakeCode: 'HC-4711',
    orderId,
    url: licensePage,
  },
  invitation: {
    ...correspondence,
    kind: 'invitation',
    company: 'Acme',
    invitedBy: 'Boris Berg',
    expiresAt: EXAMPLE_TIME + 14 * DAY,
    url: `${portal}/portal/invitations/organization/invitation/contact/proof`,
  },
  'order-received': {
    ...correspondence,
    kind: 'order-received',
    orderId,
    bought: 'license',
    customer: 'Acme',
    ordered: { lines: [{ of: 'license', product: license.product, quota: 1250, amount }], total: amount },
    step: { to: 'activate', url: `${portal}/portal/licenses` },
    because: asBillingContact,
  },
  'password-link': {
    ...correspondence,
    kind: 'password-link',
    url: `${portal}/portal/password#a-secret`,
    expiresAt: EXAMPLE_TIME + 2 * DAY,
  },
  'quota-threshold': {
    ...correspondence,
    kind: 'quota-threshold',
    license,
    percent: 80,
    orderId,
    step: { to: 'add-quota', url: licensePage },
  },
  quote: {
    ...correspondence,
    kind: 'quote',
    customers: ['Acme'],
    quoteId: 'c0000000-0000-5000-8000-000000000001',
    validUntil: '2026-02-08' as IsoDate,
    lines: [{ ...quoted, startsOn }],
    total: amount,
    step: { to: 'accept', url: `${portal}/portal/renewals/renewal` },
    because: asBillingContact,
  },
  reminder,
  'sales-task': {
    ...toSales,
    kind: 'sales-task',
    task: { to: 'write-to-billing-contact', product: license.product },
    customer: 'Acme',
    writeTo: { email: 'anna@customer.example', name: 'Anna Ångström' },
    payment: { id: 'P-1', amount, invoice: 'b111d000-0000-5000-8000-000000000001' as InvoiceId, reason: 'No funds.' },
    license,
    expiresOn: '2026-03-10' as IsoDate,
    dueOn: '2026-02-08' as IsoDate,
    url: licensePage,
  },
  'trial-ends': trialEnds,
};
