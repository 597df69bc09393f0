import { isCustomerSide } from '../shared/actors';
import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { localDate } from '../term';
import { isPlaced } from './access';
import type { OrderPaymentRecorded } from './events';
import { orderTotal, paidFor } from './order-total';
import type { Order } from './state';

export type RecordOrderPayment = OrderPaymentRecorded['data'];

type PaymentRule = Rule<Order, RecordOrderPayment, Decision>;

/** People of sales, or the payment provider's program, know what was paid. */
const isByTheVendor: PaymentRule = (_order, { recordedBy }, { policy }) =>
  isCustomerSide(recordedBy)
    ? refused('NOT_ALLOWED', `Payments are recorded by sales. Write to ${policy.vendor.salesEmail}.`)
    : undefined;

const isAnAmount: PaymentRule = (_order, { amount }) =>
  Number.isSafeInteger(amount.amountMinor) && amount.amountMinor > 0
    ? undefined
    : refused('INVALID_INPUT', 'A payment is of at least one minor unit. Give a whole number such as 1999 for 19.99.');

const hasCome: PaymentRule = (_order, { receivedOn }, { now, policy }) =>
  receivedOn > localDate(now, policy.vendor.zone)
    ? refused('INVALID_DATE', `${receivedOn} lies ahead. Record the payment when it has come.`)
    : undefined;

const isInItsCurrency: PaymentRule = (order, { amount }) =>
  order.status === 'placed' && amount.currency !== orderTotal(order).currency
    ? refused('INVALID_INPUT', `This order is in ${orderTotal(order).currency}. Record the payment in that currency.`)
    : undefined;

const isOwed: PaymentRule = (order, { amount }) => {
  if (order.status !== 'placed') return undefined;
  const { amountMinor: all, currency } = orderTotal(order);
  const open = all - paidFor(order).amountMinor;
  return amount.amountMinor > open
    ? refused('INVALID_INPUT', `Of this order ${open} minor units of ${currency} are open. Record at most that much.`)
    : undefined;
};

const rules: readonly PaymentRule[] = [isPlaced, isByTheVendor, isAnAmount, hasCome, isInItsCurrency, isOwed];

/** By card, PayPal, wire or check (P, F); in several parts, if need be. */
export function recordOrderPayment(
  order: Order,
  command: RecordOrderPayment,
  decision: Decision,
): OrderPaymentRecorded[] {
  if (order.status === 'placed' && order.payments.has(command.paymentId)) return [];
  enforce(rules, order, command, decision);
  return [{ type: 'OrderPaymentRecorded', data: command }];
}
