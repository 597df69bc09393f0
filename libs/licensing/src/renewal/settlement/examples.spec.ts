import { bySales } from '../../shared/examples.spec';
import { isoDate } from '../../term';
import { euros } from '../examples.spec';
import type { RenewalPaymentRecorded, RenewalPaymentReversed } from './events';

export function paymentRecorded(amount: number, paymentId = 'P-1'): RenewalPaymentRecorded {
  return {
    type: 'RenewalPaymentRecorded',
    data: { paymentId, amount: euros(amount), method: 'wire', paidOn: isoDate('2026-02-10'), by: bySales },
  };
}

export function paymentReversed(
  amount: number,
  data: Partial<RenewalPaymentReversed['data']> = {},
): RenewalPaymentReversed {
  return {
    type: 'RenewalPaymentReversed',
    data: { paymentId: 'P-1', amount: euros(amount), reason: 'No funds.', contractRuns: false, by: bySales, ...data },
  };
}
