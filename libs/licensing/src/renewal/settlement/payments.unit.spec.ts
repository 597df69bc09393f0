import { bySales, on } from '../../shared/examples.spec';
import { specification } from '../../shared/specification.spec';
import { isoDate } from '../../term';
import { contractStarted, euros, invoiced, lineCompleted, renewalApproved, renewalRequested } from '../examples.spec';
import type { RenewalCompleted, RenewalWithdrawn } from '../events';
import { renewalStream } from '../renewal-stream';
import { paymentRecorded, paymentReversed } from './examples.spec';
import { recordRenewalPayment } from './record-payment';
import { reverseRenewalPayment } from './reverse-payment';

const given = specification(renewalStream);
const inFebruary = { now: on('2026-02-10') };
const completed: RenewalCompleted = { type: 'RenewalCompleted', data: { outcome: 'success' } };

describe('recording a payment', () => {
  it('takes what is open, in one or in parts', () => {
    given(invoiced)
      .when(recordRenewalPayment, paymentRecorded(60).data, inFebruary)
      .then([paymentRecorded(60)]);
    given([...invoiced, paymentRecorded(45)])
      .when(recordRenewalPayment, paymentRecorded(15, 'P-2').data, inFebruary)
      .then([paymentRecorded(15, 'P-2')]);
  });

  it('never takes more than is open, in a sentence that says how much that is', () => {
    given(invoiced)
      .when(recordRenewalPayment, paymentRecorded(60.01).data, inFebruary)
      .thenRefused('AMOUNT_EXCEEDS_INVOICE', /I-1 has 6000 EUR .* open, and 6001 EUR/);
    given([...invoiced, paymentRecorded(60)])
      .when(recordRenewalPayment, paymentRecorded(0.01, 'P-2').data, inFebruary)
      .thenRefused('AMOUNT_EXCEEDS_INVOICE', 'I-1 has 0 EUR');
  });

  it('takes again what bounced, under a number of its own', () =>
    given([...invoiced, paymentRecorded(60), paymentReversed(60)])
      .when(recordRenewalPayment, paymentRecorded(60, 'P-2').data, inFebruary)
      .then([paymentRecorded(60, 'P-2')]));

  it('is done once, however often it is told', () => {
    const paid = [...invoiced, paymentRecorded(60)];
    given(paid).when(recordRenewalPayment, paymentRecorded(60).data, inFebruary).thenNothing();
    given([...paid, paymentReversed(60)])
      .when(recordRenewalPayment, paymentRecorded(60).data, inFebruary)
      .thenNothing();
  });

  it('does not take one number for two amounts', () =>
    given([...invoiced, paymentRecorded(20)])
      .when(recordRenewalPayment, paymentRecorded(40).data, inFebruary)
      .thenRefused('INVALID_INPUT', 'Payment P-1 is on record'));

  it.each([
    ['nothing', euros(0)],
    ['less than nothing', euros(-5)],
    ['half a cent', { amountMinor: 0.5, currency: 'EUR' }],
    ['another currency', { amountMinor: 100, currency: 'USD' }],
  ])('refuses %s', (_what, amount) =>
    given(invoiced)
      .when(recordRenewalPayment, { ...paymentRecorded(1).data, amount }, inFebruary)
      .thenRefused('INVALID_INPUT'),
  );

  it('does not know the future', () =>
    given(invoiced)
      .when(recordRenewalPayment, { ...paymentRecorded(1).data, paidOn: isoDate('2026-02-11') }, inFebruary)
      .thenRefused('INVALID_DATE', 'today is 2026-02-10'));

  it('needs an invoice', () => {
    given([renewalRequested(), renewalApproved])
      .when(recordRenewalPayment, paymentRecorded(60).data, inFebruary)
      .thenRefused('INVOICE_REQUIRED');
    given([]).when(recordRenewalPayment, paymentRecorded(60).data, inFebruary).thenRefused('NOT_FOUND');
  });

  it('goes on for the invoice of a renewal that ended', () => {
    const terminated: RenewalWithdrawn = { type: 'RenewalWithdrawn', data: { reason: 'terminated', by: bySales } };
    given([...invoiced, lineCompleted, completed])
      .when(recordRenewalPayment, paymentRecorded(60).data, inFebruary)
      .then([paymentRecorded(60)]);
    given([...invoiced, terminated])
      .when(recordRenewalPayment, paymentRecorded(60).data, inFebruary)
      .then([paymentRecorded(60)]);
  });
});

describe('reversing a payment that bounced', () => {
  const reversal = { paymentId: 'P-1', reason: 'No funds.', by: bySales };
  const paid = [...invoiced, paymentRecorded(60)];

  it('takes back the whole of it, before the contract starts', () =>
    given(paid)
      .when(reverseRenewalPayment, reversal)
      .then([paymentReversed(60)]));

  it('says that a contract runs, after it has started', () =>
    given([...paid, lineCompleted, completed, contractStarted])
      .when(reverseRenewalPayment, reversal)
      .then([paymentReversed(60, { contractRuns: true })]));

  it('is done once, for a payment on record, with a reason', () => {
    given([...paid, paymentReversed(60)])
      .when(reverseRenewalPayment, reversal)
      .thenNothing();
    given(paid)
      .when(reverseRenewalPayment, { ...reversal, paymentId: 'P-9' })
      .thenRefused('NOT_FOUND', 'P-9');
    given(paid)
      .when(reverseRenewalPayment, { ...reversal, reason: ' ' })
      .thenRefused('INVALID_INPUT', 'reason');
    given([renewalRequested()]).when(reverseRenewalPayment, reversal).thenRefused('INVOICE_REQUIRED');
  });
});
