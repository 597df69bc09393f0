import type { ContactId } from '@renewals/licensing';

/** A mail as it goes out. */
export interface MailMessage {
  /** In angle brackets. */
  readonly messageId: string;
  /** Milliseconds since the epoch: the mail's own date. */
  readonly date: number;
  /** The address in From: its domain signs. */
  readonly from: string;
  /** `from`: where bounces go. */
  readonly envelope: { readonly from: string; readonly to: string };
  /** Everybody whose name or address is in it, so that it is found when one of them is erased. */
  readonly names: readonly ContactId[];
  /** RFC 5322. */
  readonly raw: Buffer;
}

/** Hands a mail over. Answers once somebody else is answerable for it, with what they said. */
export interface MailTransport {
  /** Mails that it is given at a time: so many, at most, come twice when the process dies. */
  readonly atOnce: number;
  /** Fails with `ServerUnavailable`, `TransientMailFailure`, `PermanentMailFailure`, or anything else for a fault of ours. */
  send(message: MailMessage): Promise<{ readonly answer: string }>;
  /** After the mails under way. */
  close(): Promise<void>;
}

/** Not accepted this time. Without an answer it is unknown whether it was. */
export class TransientMailFailure extends Error {
  override readonly name: string = 'TransientMailFailure';
}

/**
 * Says nothing about the mail: the server could not be reached, trusted or signed in to, it sent us away (421), or the
 * connection was lost, before the mail itself was on its way. Another mail would not have been taken either.
 */
export class ServerUnavailable extends TransientMailFailure {
  override readonly name = 'ServerUnavailable';
}

/** This recipient will never be sent this mail. */
export class PermanentMailFailure extends Error {
  override readonly name = 'PermanentMailFailure';
}
