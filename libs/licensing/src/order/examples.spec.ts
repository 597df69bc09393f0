import { portalPolicy } from '../policy/examples.spec';
import { ann, bySales, contact, orderId, organizationId } from '../shared/examples.spec';
import { period } from '../term';
import type { ContactAdded, ContactRole, OrderLine, OrderPlaced } from './events';

export const orderLine: OrderLine = {
  product: 'Reader',
  kind: 'annual',
  delivery: 'cloud',
  period: period('P1Y'),
  quota: 5,
  unitPrice: { amountMinor: 1200, currency: 'EUR' },
};

export function orderPlaced(data: Partial<OrderPlaced['data']> = {}): OrderPlaced {
  return {
    type: 'OrderPlaced',
    data: {
      orderId,
      organizationId,
      policy: portalPolicy.id,
      policyHash: 'hash',
      channel: 'store',
      billingContactId: ann,
      paymentMethod: 'card',
      lines: [orderLine],
      ...data,
    },
  };
}

export function contactAdded(name: string, role: ContactRole = 'order'): ContactAdded {
  return { type: 'ContactAdded', data: { contactId: contact(name), role, addedBy: bySales } };
}
