import { isCustomerSide } from '../shared/actors';
import type { UnderPolicy } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { isPlaced } from './access';
import type { OrderPaymentReversed } from './events';
import type { Order } from './state';

export type ReverseOrderPayment = OrderPaymentReversed['data'];

type ReversalRule = Rule<Order, ReverseOrderPayment, UnderPolicy>;

const isByTheVendor: ReversalRule = (_order, { recordedBy }, { policy }) =>
  isCustomerSide(recordedBy)
    ? refused('NOT_ALLOWED', `Sales records that a payment bounced. Write to ${policy.vendor.salesEmail}.`)
    : undefined;

const wasPaid: ReversalRule = (order, { paymentId }) =>
  order.status === 'placed' && !order.payments.has(paymentId)
    ? refused('NOT_FOUND', 'There is no such payment of this order. Look it up in the history of the order.')
    : undefined;

const rules: readonly ReversalRule[] = [isPlaced, isByTheVendor, wasPaid];

/** Records once that a payment bounced: its amount is owed again. */
export function reverseOrderPayment(
  order: Order,
  command: ReverseOrderPayment,
  decision: UnderPolicy,
): OrderPaymentReversed[] {
  enforce(rules, order, command, decision);
  const payment = order.status === 'placed' ? order.payments.get(command.paymentId) : undefined;
  return payment?.reversed ? [] : [{ type: 'OrderPaymentReversed', data: command }];
}
