import type { IsoDate, LicenseId, OrderId, Zone } from '@renewals/licensing';
import type { DigestContent } from '../compose/kinds/digest';
import type { ReminderContent } from '../compose/kinds/reminder';
import type { TrialEndsContent } from '../compose/kinds/trial-ends';
import {
  asBillingContact,
  asOrderContact,
  correspondence,
  license,
  licensePage,
  orderId,
  portal,
  remindersOf,
} from './correspondence';

const zone = 'Europe/Berlin' as Zone;

const plain = {
  ...correspondence,
  kind: 'reminder',
  list: remindersOf(orderId),
  ends: 'license',
  expiresOn: '2026-03-10' as IsoDate,
  zone,
  license,
  usedUp: false,
  orderId,
  step: { to: 'renew', url: licensePage },
  because: asOrderContact,
  digest: true,
} satisfies ReminderContent;

/** With everything that a reminder may say: of a billing contact, who reads what it costs. */
export const reminder: ReminderContent = {
  ...plain,
  customer: 'Acme',
  usedUp: true,
  costs: { amountMinor: 123_450, currency: 'EUR' },
  because: asBillingContact,
};

const otherOrder = '0d000000-0000-5000-8000-000000000002' as OrderId;
const otherLicense = '11d1c3a0-0000-5000-8000-000000000002' as LicenseId;

const maintenance = {
  ...plain,
  list: remindersOf(otherOrder),
  ends: 'maintenance',
  license: { ...license, id: otherLicense, product: 'Label Printer', externalId: 'S-1002' },
  orderId: otherOrder,
  step: { to: 'ask-sales' },
  because: { role: 'order-contact', orders: [otherOrder] },
} satisfies ReminderContent;

export const digest: DigestContent = {
  ...correspondence,
  kind: 'digest',
  list: { label: 'digest', unsubscribeUrl: `${portal}/unsubscribe/a-token-for-both` },
  lines: [plain, maintenance],
};

export const trialEnds: TrialEndsContent = {
  ...correspondence,
  kind: 'trial-ends',
  license,
  expiresOn: '2026-01-12' as IsoDate,
  zone,
  orderId,
  step: { to: 'extend', days: 30, url: licensePage },
};
