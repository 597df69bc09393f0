import type { ContactId, IsoDate, Money, OrderId, Subject, SuppressionReason, Zone } from '@renewals/licensing';

/** A reminder that fell due. */
export interface DueReminder {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
  /** Days before `expiresOn`. */
  readonly offset: number;
  /** The `ReminderDue`, for the ids of the commands that follow from it. */
  readonly causedBy: { readonly eventId: string; readonly correlationId: string };
}

/** What one mail says. Texts as they are, unescaped. */
export interface ReminderContent {
  readonly to: { readonly email: string; readonly name?: string };
  readonly vendor: {
    readonly name: string;
    /** Sender, an address. */
    readonly mailFrom: string;
    readonly supportEmail: string;
    readonly salesEmail: string;
  };
  readonly license: { readonly product: string; readonly quota: number; readonly externalId?: string };
  readonly orderId: OrderId;
  /** Where `expiresOn` is a day. */
  readonly zone: Zone;
  /** A sentence that is true for this contact now, and where to do it. */
  readonly whatToDo: { readonly sentence: string; readonly link?: { readonly label: string; readonly url: string } };
  /** What the renewal costs, where the mail is to say so (L). */
  readonly costs?: Money;
}

export type Verdict = { readonly send: ReminderContent } | { readonly suppress: SuppressionReason } | 'already-decided';

/**
 * What delivery asks and tells the desk, which reads the streams and never views (rule 14) and turns what it is told
 * into commands. Everything may be asked and told any number of times: what the stream has already is not written
 * again. For reminders of one subject and expiry, delivery tells one thing after another.
 *
 * Each method fails with the event store's `StoreUnavailable` when that is away: delivery then stops, counts no attempt
 * and goes on when it is called again. Any other failure is the mail's own, tried again later and in the end parked.
 */
export interface ReminderDesk {
  /** The contacts who are to get it and about whom nothing is decided yet, in any order. */
  recipients(of: DueReminder): Promise<readonly ContactId[]>;
  /** It has no recipient at all. */
  recordNoRecipient(of: DueReminder): Promise<void>;
  /** Whether this contact may still get it, read at this moment. */
  check(of: DueReminder, contactId: ContactId): Promise<Verdict>;
  /** `messageId` in angle brackets, as in the mail. */
  recordSent(of: DueReminder, contactId: ContactId, messageId: string): Promise<void>;
  recordSuppressed(of: DueReminder, contactId: ContactId, reason: SuppressionReason): Promise<void>;
  /**
   * `permanent`: the server will never take a mail for this recipient. Otherwise it was tried as often as it is, and
   * waits for an operator. `answer`: what the server said last, without addresses.
   */
  recordFailed(of: DueReminder, contactId: ContactId, failure: ReminderFailure): Promise<void>;
}

export interface ReminderFailure {
  readonly permanent: boolean;
  readonly answer: string;
}
