import type { ContactId, NoticeSuppressionReason, SuppressionReason } from '@renewals/licensing';
import type { DigestContent } from '../compose/kinds/digest';
import type { ReminderContent } from '../compose/kinds/reminder';
import type { MailContent } from '../compose/mail-content';
import type { Due, Recipient } from './mailing';

export type Reason = SuppressionReason | NoticeSuppressionReason;

export type Verdict = { readonly send: MailContent } | { readonly suppress: Reason } | 'already-decided';

/**
 * What delivery asks and tells the desk, which reads the streams and never views (rule 14) and turns what it is told
 * into commands. Everything may be asked and told any number of times: what the stream has already is not written
 * again. For mailings of one lane, delivery tells one thing after another.
 *
 * Each method fails with the event store's `StoreUnavailable` when that is away: delivery then stops, counts no attempt
 * and goes on when it is called again. Any other failure is the mail's own, tried again later and in the end parked.
 */
export interface MailDesk<Of extends Due = Due> {
  /** Those who are to get it and about whom nothing is decided yet, in any order. */
  recipients(of: Of): Promise<readonly Recipient[]>;
  /** Whether they may still get it and what it says, read at this moment. */
  check(of: Of, recipient: Recipient): Promise<Verdict>;
  record(of: Of, outcome: MailOutcome): Promise<void>;
}

/** Makes one mail of several reminders that are due to one contact at one time. */
export interface DigestWriter {
  digestOf(contactId: ContactId, lines: readonly ReminderContent[]): DigestContent;
}

/** What became of a mail. */
export type MailOutcome =
  /** `messageId` in angle brackets, as in the mail. `answer`: what the server said, without addresses. */
  | { readonly outcome: 'sent'; readonly recipient: Recipient; readonly messageId: string; readonly answer: string }
  /** `reason`: what `check` answered. */
  | { readonly outcome: 'suppressed'; readonly recipient: Recipient; readonly reason: Reason }
  /**
   * `permanent`: the server will never take a mail for this recipient. Otherwise it was tried as often as it is, and
   * waits for an operator. `answer`: what the server said last, without addresses.
   */
  | {
      readonly outcome: 'failed';
      readonly recipient: Recipient;
      readonly messageId: string;
      readonly permanent: boolean;
      readonly answer: string;
    }
  /** The mailing has no recipient at all. */
  | { readonly outcome: 'no-recipient' };
