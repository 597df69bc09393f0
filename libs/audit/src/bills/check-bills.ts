import type { EventStore, Upcasting } from '@renewals/event-store';
import { type IsoDate, type RenewalId, type RenewalLine, type Subject, subjectKey } from '@renewals/licensing';
import { idOf, loggedEvents } from '../log/logged-events';

/** A term that was billed more than once. */
export interface DoubleBill {
  readonly subject: Subject;
  /** Of the term that was renewed. */
  readonly expiresOn: IsoDate;
  /** One for each bill: the same renewal twice when it was invoiced twice. */
  readonly renewals: readonly RenewalId[];
}

export interface BillReport {
  /** Lines that were invoiced and did not fail. */
  readonly billed: number;
  readonly twice: readonly DoubleBill[];
}

/** Whether anybody was billed twice for the renewal of one term (L), by the log alone. */
export async function checkBills(store: EventStore, upcasting: Upcasting): Promise<BillReport> {
  const lines = new Map<RenewalId, Map<string, RenewalLine>>();
  const invoices: RenewalId[] = [];
  for await (const event of loggedEvents(store, upcasting, ['renewal'])) {
    const renewalId = idOf<RenewalId>(event);
    if (event.type === 'RenewalRequested') {
      lines.set(renewalId, new Map(event.data.lines.map((line) => [subjectKey(line.subject), line])));
    } else if (event.type === 'RenewalLineFailed') lines.get(renewalId)?.delete(subjectKey(event.data.subject));
    else if (event.type === 'InvoiceGenerated') invoices.push(renewalId);
  }
  const bills = new Map<string, DoubleBill>();
  for (const renewalId of invoices) {
    for (const { subject, currentExpiresOn: expiresOn } of lines.get(renewalId)?.values() ?? []) {
      const key = `${subjectKey(subject)} ${expiresOn}`;
      bills.set(key, { subject, expiresOn, renewals: [...(bills.get(key)?.renewals ?? []), renewalId] });
    }
  }
  return {
    billed: bills.size,
    twice: [...bills.values()].filter(({ renewals }) => renewals.length > 1),
  };
}
