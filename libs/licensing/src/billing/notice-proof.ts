import type { RecurringBillingPolicy } from '../policy';
import type { ContactId, IsoDate } from '../shared/words';
import { addDays, type Term } from '../term';

/** The days, both included and in the zone of the term, between which the notice of its renewal must go out. */
export interface NoticeWindow {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The mail that told of an automatic renewal in time, and the word of the server that took it. */
export interface NoticeProof {
  readonly contactId: ContactId;
  /** Of the reminder that it was, in days before the expiry. */
  readonly offset: number;
  readonly messageId: string;
  /** RFC 3339, UTC. */
  readonly sentAt: string;
  readonly answer: string;
}

/** None where the policy asks for no proof, nor where the window begins before the term does. */
export function noticeWindow(
  recurringBilling: RecurringBillingPolicy,
  term: Pick<Term, 'startsOn' | 'expiresOn'>,
): NoticeWindow | undefined {
  const { noticeProof } = recurringBilling;
  if (noticeProof === 'none') return undefined;
  const from = addDays(term.expiresOn, -noticeProof.earliestDays);
  return from < term.startsOn ? undefined : { from, until: addDays(term.expiresOn, -noticeProof.latestDays) };
}
