import type { AtTime } from '../../shared/decision';
import { enforce, refused, type Rule } from '../../shared/rule';
import { localDate } from '../../term';
import { billOf, firstLine, type Renewal } from '../state';
import { balanceOf } from './balance';
import type { RenewalPaymentRecorded } from './events';
import { hasBill, inWords, refuseUnlessAmount } from './rules';

export type RecordRenewalPayment = RenewalPaymentRecorded['data'];

type PaymentRule = Rule<Renewal, RecordRenewalPayment, AtTime>;

const isNotOnRecordOtherwise: PaymentRule = (renewal, { paymentId, amount }) => {
  const known = billOf(renewal)?.payments.find((payment) => payment.paymentId === paymentId);
  return known
    ? refused(
        'INVALID_INPUT',
        `Payment ${paymentId} is on record with ${inWords(known.amount)}, not ${inWords(amount)}. Give this one its own number, or have the other reversed.`,
      )
    : undefined;
};

const isAnAmount: PaymentRule = (renewal, { amount }) => {
  const bill = billOf(renewal);
  return bill && refuseUnlessAmount(amount, bill.invoice.total);
};

const wasPaidAlready: PaymentRule = (renewal, { paidOn }, { now }) => {
  if (renewal.stage === 'unrequested') return undefined;
  const today = localDate(now, firstLine(renewal).zone);
  return paidOn > today
    ? refused('INVALID_DATE', `${paidOn} is still to come, today is ${today}. Record the payment when it has come in.`)
    : undefined;
};

const isNotTooMuch: PaymentRule = (renewal, { amount }) => {
  const bill = billOf(renewal);
  if (!bill) return undefined;
  const { open } = balanceOf(bill);
  return amount.amountMinor > open.amountMinor
    ? refused(
        'AMOUNT_EXCEEDS_INVOICE',
        `Invoice ${bill.invoice.invoiceId} has ${inWords(open)} open, and ${inWords(amount)} is more. Record what is for this invoice only.`,
      )
    : undefined;
};

const rules = [hasBill, isNotOnRecordOtherwise, isAnAmount, wasPaidAlready, isNotTooMuch];

/** Records money for the invoice, all of it or a part, and never more than is open. One payment is recorded once. */
export function recordRenewalPayment(
  renewal: Renewal,
  command: RecordRenewalPayment,
  decision: AtTime,
): RenewalPaymentRecorded[] {
  if (isOnRecord(renewal, command)) return [];
  enforce(rules, renewal, command, decision);
  return [{ type: 'RenewalPaymentRecorded', data: command }];
}

function isOnRecord(renewal: Renewal, { paymentId, amount }: RecordRenewalPayment): boolean {
  const known = billOf(renewal)?.payments.find((payment) => payment.paymentId === paymentId);
  return known?.amount.amountMinor === amount.amountMinor && known.amount.currency === amount.currency;
}
