import type { DomainEvent } from '../shared/event';
import type { ContactId } from '../shared/words';
import type { Notice } from './notice';

export const noticeSuppressionReasons = [
  'no-access',
  'unreachable',
  'no-recipient',
  'reseller-only',
  'out-of-date',
  'superseded',
  'before-go-live',
] as const;

export type NoticeSuppressionReason = (typeof noticeSuppressionReasons)[number];

/** Whose mail it is: a contact's, or that of the people who sell or support for the vendor. */
export type Addressee =
  { readonly to: 'contact'; readonly contactId: ContactId } | { readonly to: 'sales' } | { readonly to: 'support' };

type OfNotice = { readonly noticeId: string } & Notice;

/** This notice is to be sent; to whom is looked up when it is. */
export type NoticeDue = DomainEvent<'NoticeDue', OfNotice>;

/** `answer`: what the server said when it took the mail, without addresses. */
export type NoticeSent = DomainEvent<
  'NoticeSent',
  OfNotice & Addressee & { readonly messageId: string; readonly answer: string }
>;

/** Without addressee the decision is about everybody. */
export type NoticeSuppressed = DomainEvent<
  'NoticeSuppressed',
  OfNotice & (Addressee | { readonly to?: never }) & { readonly reason: NoticeSuppressionReason }
>;

/**
 * `permanent`: the server will never take it. Otherwise it was tried as often as it is, and waits for an operator.
 * `messageId`: of the mail that it was to be, in angle brackets.
 */
export type NoticeFailed = DomainEvent<
  'NoticeFailed',
  OfNotice & Addressee & { readonly messageId: string; readonly permanent: boolean; readonly answer: string }
>;

export type NoticeEvent = NoticeDue | NoticeSent | NoticeSuppressed | NoticeFailed;
