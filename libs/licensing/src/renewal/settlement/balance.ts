import { money, total } from '../../shared/money';
import type { Money } from '../../shared/words';
import { isSame, type Line } from '../state';
import type { Bill } from './bill';

/**
 * How an invoice stands. To the minor unit and at any time
 * `invoiced − credited = paid − reversed + open − refundable`, and `open` or `refundable` is zero.
 */
export interface Balance {
  readonly invoiced: Money;
  /** All that ever came in, also what bounced. */
  readonly paid: Money;
  readonly reversed: Money;
  readonly credited: Money;
  /** Still to come in. */
  readonly open: Money;
  /** What came in and was credited later: it goes back to the customer. */
  readonly refundable: Money;
}

export type Settlement = 'unpaid' | 'partly-paid' | 'settled' | 'refundable';

export function balanceOf({ invoice, payments, credits }: Bill): Balance {
  const { currency } = invoice.total;
  const sum = (amounts: readonly Money[]) => total(currency, amounts);
  const paid = sum(payments.map(({ amount }) => amount));
  const reversed = sum(payments.filter(({ reversal }) => reversal).map(({ amount }) => amount));
  const credited = sum(credits.flatMap(({ lines }) => lines.map(({ amount }) => amount)));
  const missing = invoice.total.amountMinor - credited.amountMinor - (paid.amountMinor - reversed.amountMinor);
  return {
    invoiced: invoice.total,
    paid,
    reversed,
    credited,
    open: money(Math.max(missing, 0), currency),
    refundable: money(Math.max(-missing, 0), currency),
  };
}

export function settlementOf({ paid, reversed, open, refundable }: Balance): Settlement {
  if (refundable.amountMinor > 0) return 'refundable';
  if (open.amountMinor === 0) return 'settled';
  return paid.amountMinor === reversed.amountMinor ? 'unpaid' : 'partly-paid';
}

/** What one line was invoiced with, less what credit notes have given back for it. */
export function restOf({ credits }: Bill, { subject, amount }: Pick<Line, 'subject' | 'amount'>): Money {
  const credited = credits.flatMap(({ lines }) => lines).filter((line) => isSame(line.subject, subject));
  const sum = total(
    amount.currency,
    credited.map((line) => line.amount),
  );
  return money(amount.amountMinor - sum.amountMinor, amount.currency);
}
