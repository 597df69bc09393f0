import type { BounceSeverity } from '@renewals/licensing';

/** What somebody else's mail server says became of a mail of ours. */
export interface MailReport {
  /** Of our mail, in angle brackets. Only whoever had the mail in hand can name it: an address alone proves nothing. */
  readonly messageId: string;
  /** `arrived`: nothing is wrong with it. */
  readonly verdict: BounceSeverity | 'arrived';
  /** RFC 3463, as `5.1.1`, where the report says one. */
  readonly status?: string;
}

/** What a report says, before it is known of which mail. */
export type Finding = Omit<MailReport, 'messageId'>;

/** It is no report, or not one that says enough. The message says why, and what to do. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}
