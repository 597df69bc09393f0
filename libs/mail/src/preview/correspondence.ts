import type { LicenseId, OrderId } from '@renewals/licensing';
import type { RoleInOrders } from '../compose/because';
import type { Correspondence } from '../compose/correspondence';
import type { LicenseOnMail } from '../compose/license-facts';
import type { MailingList } from '../compose/mailing-list';

/** Nine o'clock in Berlin: when the examples are written. */
export const EXAMPLE_TIME = Date.parse('2026-01-09T08:00:00Z');

export const orderId = '0d000000-0000-5000-8000-000000000001' as OrderId;

export const portal = 'https://portal.scanware.example';

/** What the examples of all kinds have in common. */
export const correspondence = {
  to: { email: 'anna@customer.example', name: 'Anna Ångström' },
  locale: 'en',
  vendor: {
    name: 'Scanware',
    mailFrom: 'renewals@scanware.example',
    supportEmail: 'support@scanware.example',
    salesEmail: 'sales@scanware.example',
  },
} satisfies Correspondence;

export const toSales = { ...correspondence, to: { email: correspondence.vendor.salesEmail } };

export const license: LicenseOnMail = {
  id: '11d1c3a0-0000-5000-8000-000000000001' as LicenseId,
  product: 'Barcode Reader',
  quota: 1250,
  externalId: 'S-1001',
};

export const licensePage = `${portal}/portal/licenses/${license.id}`;

export const asOrderContact: RoleInOrders = { role: 'order-contact', orders: [orderId] };
export const asBillingContact: RoleInOrders = { role: 'billing-contact', orders: [orderId] };

export function remindersOf(order: OrderId): MailingList {
  return { label: order, unsubscribeUrl: `${portal}/unsubscribe/a-token-for-${order}` };
}
