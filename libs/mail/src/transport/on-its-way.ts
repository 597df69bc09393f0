import type { Readable } from 'node:stream';
import type { PluginFunction } from 'nodemailer/lib/mailer';

/** Which mails the server may have something of. Nodemailer's errors do not tell: a lost connection is always `CONN`. */
export class OnItsWay {
  private readonly streams = new WeakMap<Buffer, Readable>();

  /** For the step `stream`. */
  readonly plugin: PluginFunction = ({ data, message }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = open(options);
      this.streams.set(data.raw as Buffer, stream);
      return stream;
    };
    // Nodemailer sends a mail over another connection when one ended before it, and with the answer 421 of that one
    // still in the envelope it would fail there too.
    const envelopeOf = message.getEnvelope.bind(message);
    message.getEnvelope = () => ({ ...envelopeOf() });
    done();
  };

  /** Whether anything of this mail was read to be sent. */
  has(raw: Buffer): boolean {
    return this.streams.get(raw)?.readableDidRead ?? false;
  }
}
