import { type AmongBilled, isBilledToSomebody } from './billing-recipients';
import type { OrderAlertRaised, OrderAlertResolved } from './events';
import type { Order } from './state';

type Among = Omit<AmongBilled, 'order'>;

/** A bill, or the receipt, was due while nobody is there to get it: sales is alerted, once. */
export function alertOfUnreadBill(order: Order, among: Among): OrderAlertRaised[] {
  if (order.status === 'unplaced' || order.alerts.has('no-billing-contact')) return [];
  if (isBilledToSomebody({ ...among, order })) return [];
  return [{ type: 'AlertRaised', data: { orderId: order.placement.orderId, reason: 'no-billing-contact' } }];
}

/** The alert is over once somebody gets the bills again. */
export function resolveUnreadBill(order: Order, among: Among): OrderAlertResolved[] {
  if (order.status === 'unplaced' || !order.alerts.has('no-billing-contact')) return [];
  if (!isBilledToSomebody({ ...among, order })) return [];
  return [{ type: 'AlertResolved', data: { orderId: order.placement.orderId, reason: 'no-billing-contact' } }];
}
