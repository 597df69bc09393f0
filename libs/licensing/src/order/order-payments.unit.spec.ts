import { portalPolicy } from '../policy/examples.spec';
import { byAnn, bySales, on } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { isoDate } from '../term';
import type { OrderEvent, OrderPaymentRecorded, OrderPaymentReversed } from './events';
import { orderLine, orderPlaced } from './examples.spec';
import { orderTotal, paidFor } from './order-total';
import { recordOrderPayment } from './record-order-payment';
import { reverseOrderPayment } from './reverse-order-payment';
import { orderStream, type PlacedOrder } from './state';

const given = specification(orderStream);
const decision = { now: on('2026-02-10'), policy: portalPolicy };

const paid = (amountMinor: number, data: Partial<OrderPaymentRecorded['data']> = {}): OrderPaymentRecorded => ({
  type: 'OrderPaymentRecorded',
  data: {
    paymentId: 'payment',
    amount: { amountMinor, currency: 'EUR' },
    method: 'wire',
    receivedOn: isoDate('2026-02-09'),
    recordedBy: bySales,
    ...data,
  },
});
const bounced: OrderPaymentReversed = {
  type: 'OrderPaymentReversed',
  data: { paymentId: 'payment', reason: 'no funds', recordedBy: bySales },
};
const order = (...events: OrderEvent[]) => fold(orderStream, [orderPlaced(), ...events]) as PlacedOrder;

describe('a payment of an order over 60.00', () => {
  it.each(['card', 'paypal', 'wire', 'check'] as const)('comes by %s [F41]', (method) =>
    given([orderPlaced()])
      .when(recordOrderPayment, paid(6000, { method }).data, decision)
      .then([paid(6000, { method })]),
  );

  it('is recorded once, and may be one of several [F38]', () => {
    given([orderPlaced(), paid(2000)])
      .when(recordOrderPayment, paid(2000).data, decision)
      .thenNothing();
    const rest = paid(4000, { paymentId: 'rest' });
    given([orderPlaced(), paid(2000)])
      .when(recordOrderPayment, rest.data, decision)
      .then([rest]);
    expect(paidFor(order(paid(2000), rest))).toEqual({ amountMinor: 6000, currency: 'EUR' });
  });

  it('is at most what is open, in its currency', () => {
    given([orderPlaced(), paid(2000)])
      .when(recordOrderPayment, paid(4001, { paymentId: 'rest' }).data, decision)
      .thenRefused('INVALID_INPUT', '4000');
    given([orderPlaced()])
      .when(recordOrderPayment, paid(1, { amount: { amountMinor: 1, currency: 'USD' } }).data, decision)
      .thenRefused('INVALID_INPUT', 'EUR');
    for (const amountMinor of [0, -5, 0.5]) {
      given([orderPlaced()])
        .when(recordOrderPayment, paid(amountMinor).data, decision)
        .thenRefused('INVALID_INPUT', 'minor unit');
    }
  });

  it('has come, and sales says so', () => {
    given([orderPlaced()])
      .when(recordOrderPayment, paid(1, { receivedOn: isoDate('2026-02-11') }).data, decision)
      .thenRefused('INVALID_DATE');
    given([orderPlaced()])
      .when(recordOrderPayment, paid(1, { recordedBy: byAnn }).data, decision)
      .thenRefused('NOT_ALLOWED');
    given([]).when(recordOrderPayment, paid(1).data, decision).thenRefused('NOT_FOUND');
  });

  it('counts the maintenance that is sold with a perpetual license', () => {
    const maintenance = { period: orderLine.period, unitPrice: { amountMinor: 200, currency: 'EUR' } };
    const placement = orderPlaced({ lines: [{ ...orderLine, kind: 'perpetual', maintenance }] }).data;
    expect(orderTotal({ placement })).toEqual({ amountMinor: 7000, currency: 'EUR' });
  });
});

describe('a payment that bounces', () => {
  it('is owed again', () => {
    given([orderPlaced(), paid(6000)])
      .when(reverseOrderPayment, bounced.data, decision)
      .then([bounced]);
    expect(paidFor(order(paid(6000), bounced)).amountMinor).toBe(0);
    given([orderPlaced(), paid(6000), bounced])
      .when(recordOrderPayment, paid(6000, { paymentId: 'again' }).data, decision)
      .then([paid(6000, { paymentId: 'again' })]);
  });

  it('is recorded once, by sales, of a payment that was made', () => {
    given([orderPlaced(), paid(6000), bounced])
      .when(reverseOrderPayment, bounced.data, decision)
      .thenNothing();
    given([orderPlaced()]).when(reverseOrderPayment, bounced.data, decision).thenRefused('NOT_FOUND');
    given([orderPlaced(), paid(6000)])
      .when(reverseOrderPayment, { ...bounced.data, recordedBy: byAnn }, decision)
      .thenRefused('NOT_ALLOWED');
    given([]).when(reverseOrderPayment, bounced.data, decision).thenRefused('NOT_FOUND');
  });
});
