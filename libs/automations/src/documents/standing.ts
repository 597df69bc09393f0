import type { ReceiptContent } from '@renewals/documents';
import { balanceOf, type Bill } from '@renewals/licensing';

/** How an invoice stands: what came in and stayed, what was given back, and what is left. */
export function standingOf(bill: Bill): Pick<ReceiptContent, 'payments' | 'credited' | 'open' | 'refundable'> {
  const { credited, open, refundable } = balanceOf(bill);
  return {
    payments: bill.payments
      .filter(({ reversal }) => !reversal)
      .map(({ paidOn, method, amount }) => ({ paidOn, method, amount })),
    ...(credited.amountMinor > 0 && { credited }),
    open,
    ...(refundable.amountMinor > 0 && { refundable }),
  };
}
