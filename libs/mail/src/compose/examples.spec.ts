import type { ContactId, IsoDate, LicenseId, OrderId, Zone } from '@renewals/licensing';
import type { DueReminder, ReminderContent } from '../delivery/reminder-desk';

export const ANNA = '5b0e7c1e-0000-5000-8000-00000000000a' as ContactId;
export const BORIS = '5b0e7c1e-0000-5000-8000-00000000000b' as ContactId;
export const LICENSE = '11d1c3a0-0000-5000-8000-000000000001' as LicenseId;

export function dueReminder(changed: Partial<DueReminder> = {}): DueReminder {
  return {
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
    to: { email: 'anna@customer.example', name: 'Anna Ångström' },
    vendor: {
      name: 'Scanware',
      mailFrom: 'renewals@scanware.example',
      supportEmail: 'support@scanware.example',
      salesEmail: 'sales@scanware.example',
    },
    license: { product: 'Barcode Reader', quota: 25, externalId: 'S-1001' },
    orderId: '0d000000-0000-5000-8000-000000000001' as OrderId,
    zone: 'Europe/Berlin' as Zone,
    whatToDo: {
      sentence: 'You can renew it in the portal.',
      link: { label: 'Renew now', url: 'https://portal.scanware.example/renew?license=1&from=mail' },
    },
    ...changed,
  };
}
