import { type RenewalEvent, type Subject, subjectKey } from '@renewals/licensing';

/** The money of one invoice, counted from the bare events and by nothing else. Minor units. */
export interface Ledger {
  readonly invoiced: number;
  readonly paid: number;
  readonly reversed: number;
  readonly credited: number;
  /** By subject: what the line was invoiced with, less what was given back. */
  readonly rests: ReadonlyMap<string, number>;
}

/** None before there is an invoice. */
export function ledgerOf(events: readonly RenewalEvent[]): Ledger | undefined {
  const amounts = new Map<string, number>();
  const keep = (subject: Subject, amount: number) => void amounts.set(subjectKey(subject), amount);
  const restOf = (subject: Subject) => amounts.get(subjectKey(subject)) ?? 0;
  let [invoiced, paid, reversed, credited] = [0, 0, 0, 0];
  for (const event of events) {
    switch (event.type) {
      case 'RenewalRequested':
        event.data.lines.forEach(({ subject, amount }) => keep(subject, amount.amountMinor));
        break;
      case 'RenewalChanged':
        keep(event.data.subject, event.data.amount.amountMinor);
        break;
      case 'InvoiceGenerated':
        invoiced += event.data.total.amountMinor;
        break;
      case 'RenewalPaymentRecorded':
        paid += event.data.amount.amountMinor;
        break;
      case 'RenewalPaymentReversed':
        reversed += event.data.amount.amountMinor;
        break;
      case 'CreditIssued':
        for (const { subject, amount } of event.data.lines) {
          credited += amount.amountMinor;
          keep(subject, restOf(subject) - amount.amountMinor);
        }
    }
  }
  const isBilled = events.some(({ type }) => type === 'InvoiceGenerated');
  return isBilled ? { invoiced, paid, reversed, credited, rests: amounts } : undefined;
}
