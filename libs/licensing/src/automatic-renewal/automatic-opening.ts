import { noticeWindow, type NoticeProof, type NoticeWindow } from '../billing';
import { channelPolicy, type RecurringBillingPolicy } from '../policy';
import type { Reminders } from '../reminder';
import type { OfOrder } from '../shared/decision';
import type { Instant, IsoDate } from '../shared/words';
import { addDays, instantAt, localDate, type Term } from '../term';

/** The first mail about the expiry that went out within the window, if one did. */
export function noticeProofIn(
  reminders: Reminders,
  { from, until }: NoticeWindow,
  { zone }: Pick<Term, 'zone'>,
): NoticeProof | undefined {
  return sentMails(reminders)
    .filter(({ sentAt }) => {
      const sentOn = localDate(Date.parse(sentAt), zone);
      return sentOn >= from && sentOn <= until;
    })
    .toSorted((one, other) => Date.parse(one.sentAt) - Date.parse(other.sentAt))[0];
}

function sentMails(reminders: Reminders): NoticeProof[] {
  return [...reminders].flatMap(([offset, decision]) =>
    decision.outcome === 'suppressed'
      ? []
      : [...decision.mails].flatMap(([contactId, mail]) => {
          if (mail.outcome !== 'sent') return [];
          const { messageId, sentAt, answer } = mail;
          return [{ contactId, offset, messageId, sentAt, answer }];
        }),
  );
}

/** The day in the zone of the term on which its renewal opens by itself; a short term's from its first day. */
export function automaticOpeningOn(
  { opensDaysBefore }: RecurringBillingPolicy,
  { startsOn, expiresOn }: Pick<Term, 'startsOn' | 'expiresOn'>,
): IsoDate {
  const wanted = addDays(expiresOn, -opensDaysBefore);
  return wanted < startsOn ? startsOn : wanted;
}

export interface AutomaticRenewal extends OfOrder {
  readonly term: Term;
  /** Of its expiry. */
  readonly reminders: Reminders;
}

/** What is to become of a renewal that opens by itself. `wait`: until then, unless a mail goes out before. */
export type AutomaticOpening =
  | { readonly what: 'open'; readonly notice?: NoticeProof }
  | { readonly what: 'wait'; readonly until: Instant }
  | { readonly what: 'unproven' }
  | { readonly what: 'nothing' };

/** A renewal that must have been told of in time does not open before that is proven (consumer laws), and else never. */
export function automaticOpening({ now, policy, channel, term, reminders }: AutomaticRenewal): AutomaticOpening {
  const {
    recurringBilling,
    reminders: { hour },
  } = channelPolicy(policy, channel);
  if (recurringBilling === 'none') return { what: 'nothing' };
  const wait = (date: IsoDate) => ({ what: 'wait', until: instantAt(date, hour, term.zone) }) as const;
  const today = localDate(now, term.zone);
  const opensOn = automaticOpeningOn(recurringBilling, term);
  const window = noticeWindow(recurringBilling, term);
  const notice = window && noticeProofIn(reminders, window, term);
  if (window && !notice) {
    return today > window.until ? { what: 'unproven' } : wait(addDays(window.until, 1));
  }
  if (today < opensOn) return wait(opensOn);
  return { what: 'open', ...(notice && { notice }) };
}
