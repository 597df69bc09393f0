import type { IsoDate } from '../shared/words';
import { addDays, successorTerm, type Term } from '../term';
import type { LateBasis } from './state';

export interface InvoicedContract {
  /** The term that is renewed. */
  readonly old: Term;
  readonly invoicedOn: IsoDate;
  /** Support's choice, if the renewal is late. */
  readonly lateBasis?: LateBasis | undefined;
  /** The policy's; none when left out. */
  readonly graceDays?: number;
}

/**
 * The term of the successor. It starts on the later of the invoice's day and the day after the old term (L); only
 * support's `from-expiry`, or an invoice within the days of grace, lets it start before its invoice.
 */
export function contractTerm({ old, invoicedOn, lateBasis, graceDays = 0 }: InvoicedContract): Term {
  const dayAfter = addDays(old.expiresOn, 1);
  const lastOfGrace = addDays(old.expiresOn, graceDays);
  const followsOn = lateBasis === 'from-expiry' || invoicedOn <= dayAfter || invoicedOn <= lastOfGrace;
  return successorTerm(old, followsOn ? dayAfter : invoicedOn);
}
