import type { ContactId, IsoDate, LicenseId, OrderId, Zone } from '@renewals/licensing';
import type { DueReminder, Mailing, Recipient } from '../delivery/mailing';
import type { MailMessage } from '../transport/transport';
import { composeMail } from './compose-mail';
import type { ReminderContent } from './kinds/reminder';
import type { MailContent } from './mail-content';
import { messageIdOf } from './message-id';

export const ANNA = '5b0e7c1e-0000-5000-8000-00000000000a' as ContactId;
export const BORIS = '5b0e7c1e-0000-5000-8000-00000000000b' as ContactId;
export const LICENSE = '11d1c3a0-0000-5000-8000-000000000001' as LicenseId;

export function dueReminder(changed: Partial<DueReminder> = {}): DueReminder {
  return {
    kind: 'reminder',
    subject: { kind: 'license', id: LICENSE },
    expiresOn: '2026-03-10' as IsoDate,
    offset: 60,
    causedBy: {
      eventId: 'e0000000-0000-5000-8000-000000000001',
      correlationId: 'c0000000-0000-5000-8000-000000000001',
    },
    ...changed,
  };
}

export function reminderContent(changed: Partial<ReminderContent> = {}): ReminderContent {
  return {
    kind: 'reminder',
    to: { email: 'anna@customer.example', name: 'Anna Ångström' },
    locale: 'en',
    vendor: {
      name: 'Scanware',
      mailFrom: 'renewals@scanware.example',
      supportEmail: 'support@scanware.example',
      salesEmail: 'sales@scanware.example',
    },
    list: {
      label: '0d000000-0000-5000-8000-000000000001',
      unsubscribeUrl: 'https://portal.scanware.example/unsubscribe/a-token_of-anna',
    },
    ends: 'license',
    expiresOn: '2026-03-10' as IsoDate,
    license: { id: LICENSE, product: 'Barcode Reader', quota: 25, externalId: 'S-1001' },
    usedUp: false,
    because: { role: 'order-contact', orders: ['0d000000-0000-5000-8000-000000000001' as OrderId] },
    orderId: '0d000000-0000-5000-8000-000000000001' as OrderId,
    zone: 'Europe/Berlin' as Zone,
    step: { to: 'renew', url: 'https://portal.scanware.example/renew?license=1&from=mail' },
    digest: false,
    ...changed,
  };
}

/** The mail of one mailing by itself. */
export function composed(mailing: Mailing, recipient: Recipient, content: MailContent, now: number): MailMessage {
  return composeMail(messageIdOf([mailing], recipient, content.vendor.mailFrom), recipient, content, now);
}
