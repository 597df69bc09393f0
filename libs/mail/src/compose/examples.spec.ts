import type { ContactId, IsoDate, LicenseId, OrderId, Zone } from '@renewals/licensing';
import type { DueReminder } from '../delivery/mailing';
import type { ReminderContent } from './kinds/reminder';

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
    because: 'You get this mail because you are a contact for order 0d000000-0000-5000-8000-000000000001.',
    orderId: '0d000000-0000-5000-8000-000000000001' as OrderId,
    zone: 'Europe/Berlin' as Zone,
    whatToDo: {
      sentence: 'You can renew it in the portal.',
      link: { label: 'Renew now', url: 'https://portal.scanware.example/renew?license=1&from=mail' },
    },
    ...changed,
  };
}
