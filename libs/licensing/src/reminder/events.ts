import type { DomainEvent } from '../shared/event';
import type { ContactId, IsoDate, Subject } from '../shared/words';

export const suppressionReasons = [
  'renewed',
  'approved',
  'cancelled',
  /** Its offset was taken back before it was sent. */
  'withdrawn',
  'terminated',
  'expired',
  'expiry-moved',
  'unsubscribed',
  'no-access',
  'unreachable',
  'no-recipient',
  'reseller-only',
  'superseded',
  'before-import',
  'before-go-live',
] as const;

export type SuppressionReason = (typeof suppressionReasons)[number];

/** Names the stream: one per subject and expiry. */
interface OfExpiry {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
  /** Days before `expiresOn`. */
  readonly offset: number;
}

/** This reminder is to be sent; to whom is looked up when it is. */
export type ReminderDue = DomainEvent<'ReminderDue', OfExpiry>;

/** `answer`: what the server said when it took the mail, without addresses. */
export type ReminderSent = DomainEvent<
  'ReminderSent',
  OfExpiry & {
    readonly contactId: ContactId;
    readonly messageId: string;
    /** RFC 3339, UTC. */
    readonly sentAt: string;
    readonly answer: string;
  }
>;

/** Without `contactId` the decision is about everybody. */
export type ReminderSuppressed = DomainEvent<
  'ReminderSuppressed',
  OfExpiry & { readonly contactId?: ContactId; readonly reason: SuppressionReason }
>;

/** `permanent`: the server will never take it. `messageId`: of the mail that it was to be, in angle brackets. */
export type ReminderFailed = DomainEvent<
  'ReminderFailed',
  OfExpiry & {
    readonly contactId: ContactId;
    readonly messageId: string;
    readonly permanent: boolean;
    readonly answer: string;
  }
>;

/** Nobody could be reached about this expiry: sales must. */
export type AlertRaised = DomainEvent<'AlertRaised', OfExpiry & { readonly reason: 'no-recipient' }>;

export type ReminderEvent = ReminderDue | ReminderSent | ReminderSuppressed | ReminderFailed | AlertRaised;
