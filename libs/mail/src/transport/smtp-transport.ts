import { createTransport } from 'nodemailer';
import { type MailMessage, type MailTransport, PermanentMailFailure, TransientMailFailure } from './transport';

const SECOND = 1000;

/** Mails under way at a time, each on a connection of its own. */
export const SMTP_CONNECTIONS = 16;

const timeouts = {
  connectionTimeout: 30 * SECOND,
  greetingTimeout: 30 * SECOND,
  /** RFC 5321 4.5.3.2.6: giving up on the answer to DATA earlier is what makes duplicates. */
  socketTimeout: 600 * SECOND,
};

/** Sends over kept connections. A certificate that does not verify is a failure, never a warning. */
export class SmtpTransport implements MailTransport {
  private readonly pool;

  /** `smtp://user:password@host:port`, `smtps://` for TLS from the first byte. */
  constructor(url: string) {
    this.pool = createTransport({
      url,
      pool: true,
      maxConnections: SMTP_CONNECTIONS,
      // A connection lost after DATA leaves unknown whether the mail was taken: the outbox decides on another try.
      maxRequeues: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...timeouts,
    });
  }

  async send({ envelope, raw }: MailMessage): Promise<{ answer: string }> {
    try {
      const { response } = await this.pool.sendMail({ envelope: { from: envelope.from, to: [envelope.to] }, raw });
      return { answer: response };
    } catch (error) {
      throw asMailFailure(error as SmtpError);
    }
  }

  async close(): Promise<void> {
    this.pool.close();
  }
}

interface SmtpError extends Error {
  readonly command?: string;
  readonly permanent?: boolean;
}

/** A refused connection, sender or sign-in is ours to repair; only what is said of the recipient or mail is final. */
function asMailFailure(error: SmtpError): Error {
  const final = error.permanent && (error.command === 'RCPT TO' || error.command === 'DATA');
  return new (final ? PermanentMailFailure : TransientMailFailure)(error.message, { cause: error });
}
