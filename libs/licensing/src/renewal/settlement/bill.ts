import { EventOutOfPlace } from '../../shared/unreadable-history';
import type { InvoiceGenerated } from '../events';
import type { CreditIssued, RenewalPaymentRecorded, RenewalPaymentReversed, SettlementEvent } from './events';

/** An invoice, and the money that has moved for it. */
export interface Bill {
  readonly invoice: InvoiceGenerated['data'];
  readonly payments: readonly RenewalPayment[];
  readonly credits: readonly CreditIssued['data'][];
}

export interface RenewalPayment extends Readonly<RenewalPaymentRecorded['data']> {
  /** It bounced. */
  readonly reversal?: RenewalPaymentReversed['data'];
}

export function openBill({ data }: InvoiceGenerated): Bill {
  return { invoice: data, payments: [], credits: [] };
}

export function moveMoney(bill: Bill, event: SettlementEvent): Bill {
  switch (event.type) {
    case 'RenewalPaymentRecorded':
      return { ...bill, payments: [...bill.payments, event.data] };
    case 'RenewalPaymentReversed':
      return { ...bill, payments: withReversal(bill.payments, event) };
    case 'CreditIssued':
      return { ...bill, credits: [...bill.credits, event.data] };
  }
}

function withReversal(payments: readonly RenewalPayment[], event: RenewalPaymentReversed): readonly RenewalPayment[] {
  const { paymentId } = event.data;
  if (!payments.some((payment) => payment.paymentId === paymentId)) {
    throw new EventOutOfPlace('renewal', event, `without payment ${paymentId}`);
  }
  return payments.map((payment) => (payment.paymentId === paymentId ? { ...payment, reversal: event.data } : payment));
}
