import { X509Certificate } from 'node:crypto';
import { BadConfiguration } from '@renewals/platform';
import { createTransport } from 'nodemailer';
import type { Dkim } from './dkim';
import { OnItsWay } from './on-its-way';
import { mailFailureOf, type SmtpError } from './smtp-failure';
import { smtpServerOf } from './smtp-server';
import type { MailMessage, MailTransport } from './transport';

const SECOND = 1000;

const timeouts = {
  connectionTimeout: 30 * SECOND,
  greetingTimeout: 30 * SECOND,
  /** RFC 5321 4.5.3.2.6: giving up on the answer to DATA earlier is what makes duplicates. */
  socketTimeout: 600 * SECOND,
};

export interface SmtpOptions {
  /** Certificate authority that is trusted instead of those of this machine, PEM. */
  readonly ca?: string | undefined;
  /** Signs every mail. */
  readonly dkim?: Dkim | undefined;
  /** Mails under way at a time, each on a connection of its own. Default 1. */
  readonly connections?: number | undefined;
}

/** Sends over kept connections. A certificate that does not verify is a failure, never a warning. */
export class SmtpTransport implements MailTransport {
  readonly atOnce: number;
  private readonly pool;
  private readonly dkim: Dkim | undefined;
  private readonly onItsWay = new OnItsWay();

  /** `url`: see `smtpServerOf`. Throws `BadConfiguration`. */
  constructor(url: string, { ca, dkim, connections = 1 }: SmtpOptions = {}) {
    this.atOnce = connections;
    this.dkim = dkim;
    this.pool = createTransport({
      ...smtpServerOf(url),
      // Somebody who configured a password must hear that the server takes none, not that it refuses mails.
      forceAuth: true,
      pool: true,
      maxConnections: connections,
      // Of a mail of which nothing was read yet: servers end connections after a time, or after some mails.
      maxRequeues: 2,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(ca !== undefined && { tls: { ca: certificate(ca) } }),
      ...timeouts,
    });
    this.pool.use('stream', this.onItsWay.plugin);
  }

  async send({ envelope, from, raw }: MailMessage): Promise<{ answer: string }> {
    const dkim = this.dkim?.signatureFor(from);
    try {
      const { response } = await this.pool.sendMail({
        envelope: { from: envelope.from, to: [envelope.to] },
        raw,
        ...(dkim && { dkim }),
      });
      return { answer: response };
    } catch (error) {
      throw mailFailureOf(error as SmtpError, this.onItsWay.has(raw));
    }
  }

  async close(): Promise<void> {
    this.pool.close();
  }
}

function certificate(pem: string): string {
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    throw new BadConfiguration('The file that SMTP_CA_FILE names holds no certificate in PEM.');
  }
}
