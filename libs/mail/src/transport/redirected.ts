import { type MailMessage, type MailTransport, PermanentMailFailure, TransientMailFailure } from './transport';

/** Sends everything to one address. Whom it was for is in `X-Original-To`; the Message-ID stays. */
export class Redirected implements MailTransport {
  constructor(
    private readonly transport: MailTransport,
    private readonly address: string,
  ) {}

  get atOnce(): number {
    return this.transport.atOnce;
  }

  async send(message: MailMessage): Promise<{ readonly answer: string }> {
    const envelope = { ...message.envelope, to: this.address };
    try {
      return await this.transport.send({ ...message, envelope, raw: readdressed(message.raw, this.address) });
    } catch (error) {
      if (!(error instanceof PermanentMailFailure)) throw error;
      // What the server says of that address says nothing about the one who was to get the mail.
      throw new TransientMailFailure(`Refused for MAIL_REDIRECT_TO: ${error.message}`, { cause: error });
    }
  }

  close(): Promise<void> {
    return this.transport.close();
  }
}

function readdressed(raw: Buffer, address: string): Buffer {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.toString('latin1', 0, end).replace(/^To: /m, `To: ${address}\r\nX-Original-To: `);
  return Buffer.concat([Buffer.from(headers, 'latin1'), raw.subarray(end)]);
}
