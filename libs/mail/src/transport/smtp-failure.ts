import { PermanentMailFailure, ServerUnavailable, TransientMailFailure } from './transport';

/** As nodemailer reports it. */
export interface SmtpError extends Error {
  readonly code?: string;
  /** The command that it is about; of a lost connection always `CONN`, whatever was under way. */
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly permanent?: boolean;
}

/** A server may say of any command that we have to encrypt or sign in first (RFC 3207 4, RFC 4954 6). */
const SIGN_IN_FIRST = 530;

/** The service goes away, whatever was asked (RFC 5321 3.8). */
const GOING_AWAY = 421;

/**
 * What a failure says, and about what. A refused connection, sender or sign-in is ours to repair; only what is said of
 * recipient or mail is final. `givenAway`: the mail itself was on its way, so the server may have all of it.
 */
export function mailFailureOf(error: SmtpError, givenAway: boolean): Error {
  if (!isAnswerToTheMail(error)) {
    return givenAway
      ? new TransientMailFailure(`Unknown whether the mail was taken: ${error.message}`, { cause: error })
      : new ServerUnavailable(sentence(error), { cause: error });
  }
  if (error.responseCode === SIGN_IN_FIRST) return new ServerUnavailable(error.message, { cause: error });
  // After the mail it may be that mail on which the server breaks down: it must not go first for ever.
  if (error.responseCode === GOING_AWAY && !givenAway) return new ServerUnavailable(error.message, { cause: error });
  const { response = error.message } = error;
  return new (isFinal(error) ? PermanentMailFailure : TransientMailFailure)(response, { cause: error });
}

function isAnswerToTheMail({ code }: SmtpError): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function isFinal({ permanent = false, command, response = '' }: SmtpError): boolean {
  // RFC 3463 3.8: a recipient refused by policy, as relays do, is about the one who sends.
  if (command === 'RCPT TO') return permanent && !/^\d{3}[ -]5\.7\./.test(response);
  return permanent && command === 'DATA';
}

function sentence({ command, code, message }: SmtpError): string {
  if (code !== 'ETLS' || command !== 'STARTTLS') return message;
  return `${message}. Nothing is sent in clear, unless SMTP_URL ends in ?tls=opportunistic.`;
}
