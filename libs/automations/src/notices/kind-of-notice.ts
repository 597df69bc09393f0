import type { NoticeAbout, NoticeKind, NoticeSuppressionReason } from '@renewals/licensing';
import type { MailContent, Recipient } from '@renewals/mail';

export type Written = { readonly send: MailContent } | { readonly suppress: NoticeSuppressionReason };

/** Who gets the notices of a kind, and what they say: looked up in the streams when they are sent, never in a view. */
export interface KindOfNotice<Kind extends NoticeKind> {
  recipients(about: NoticeAbout[Kind]): Promise<readonly Recipient[]>;
  /** As true at this moment; or why they are not to get it any more. */
  write(about: NoticeAbout[Kind], recipient: Recipient): Promise<Written>;
}

export type KindsOfNotice = { readonly [Kind in NoticeKind]: KindOfNotice<Kind> };
