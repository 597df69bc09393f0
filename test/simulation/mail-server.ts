import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail that a server has, whether or not its answer reached whoever sent it. */
export interface Taken {
  readonly messageId: string;
  readonly to: string;
}

/** A real SMTP server on this machine. `onTaken` is told of each mail before it is answered for. */
export class MailServer {
  readonly taken: Taken[] = [];
  onTaken: () => void = () => undefined;

  private constructor(private readonly server: SMTPServer) {}

  static async listening(): Promise<MailServer> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, answer) => {
        const take = (mail: string): void => {
          const messageId = /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim() ?? '';
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          mails.taken.push({ messageId, to });
          mails.onTaken();
          answer(null, 'taken');
        };
        // Not the whole mail came.
        text(stream).then(take, () => undefined);
      },
    });
    const mails = new MailServer(server);
    // Clients that are killed are what this is about.
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(closed));
  }
}
