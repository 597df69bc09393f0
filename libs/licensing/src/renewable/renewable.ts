import type { Instant, IsoDate } from '../shared/words';
import { endsAt, type Term } from '../term';
import type { RenewalOpened } from './events';

/** One term that may be renewed, whoever has it: a license, or the maintenance of a perpetual one (R). */
export interface Renewable {
  readonly term: Term;
  /** The renewal that holds the term, and the expiry that it renews. */
  readonly claim?: RenewalOpened['data'];
  /** The term that is on record to follow it. */
  readonly next?: NextTerm;
}

export interface NextTerm {
  readonly startsOn: IsoDate;
  readonly newExpiresOn: IsoDate;
}

export function isTermOver({ expiresOn, zone }: Pick<Term, 'expiresOn' | 'zone'>, now: Instant): boolean {
  return now >= endsAt(expiresOn, zone);
}
