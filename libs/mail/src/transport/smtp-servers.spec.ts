import { once } from 'node:events';
import { type AddressInfo, createServer, connect, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface RunningServer {
  readonly port: number;
  /** The mails that it answered for, as they came. */
  readonly taken: string[];
  close(): Promise<void>;
}

/** A real SMTP server on this machine, in clear unless told otherwise. */
export async function smtpServer(options: SMTPServerOptions = {}): Promise<RunningServer> {
  const taken: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, answer) => {
      const take = (mail: string) => answer(null, `taken as ${taken.push(mail)}`);
      // Not the whole mail came.
      text(stream).then(take, () => undefined);
    },
    ...options,
  });
  // Clients that hang up are what these specs are about.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: portOf(server.server), taken, close: () => new Promise((closed) => server.close(closed)) };
}

/** Where a connection is cut. Replies of a connection: greeting, EHLO, then for each mail MAIL, RCPT, DATA and the answer. */
export type Cut =
  /** Instead of handing on the n-th reply, from 1, or right after it. */
  | { readonly reply: number; readonly isHandedOn?: boolean }
  /** In the n-th mail of the connection, from 1, after some bytes of it. */
  | { readonly mail: number; readonly bytes: number }
  /** When the client says that it goes. */
  | 'QUIT';

/** Stands between client and server and cuts the i-th connection at `cuts[i]`. */
export class Scissors {
  connections = 0;
  /** Cuts that took away the answer to a mail that the server has. */
  answersLost = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly target: number,
    private readonly cuts: readonly (Cut | null)[],
  ) {
    this.server = createServer((client) => this.join(client));
  }

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return portOf(this.server);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const cut = this.cuts[this.connections++] ?? null;
    const server = connect(this.target, '127.0.0.1');
    const both = [client, server];
    for (const socket of both) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        both.forEach((one) => one.destroy());
      });
    }
    let mails = 0;
    client.on('data', (chunk: Buffer) => {
      if (cut !== null && cut === 'QUIT' && chunk.toString().startsWith('QUIT')) client.destroy();
      else if (cut !== null && cut !== 'QUIT' && 'mail' in cut && cut.mail === mails) {
        server.end(chunk.subarray(0, cut.bytes));
        client.destroy();
      } else server.write(chunk);
    });
    let replies = 0;
    createInterface(server).on('line', (line) => {
      const isLast = /^\d{3} /.test(line);
      if (isLast) replies++;
      if (line.startsWith('354 ')) mails++;
      if (!(isLast && isAt(cut, replies))) client.write(`${line}\r\n`);
      else if (isHandedOn(cut)) client.end(`${line}\r\n`);
      else {
        if (line.startsWith('250 taken')) this.answersLost++;
        client.destroy();
      }
    });
  }
}

function isAt(cut: Cut | null, reply: number): boolean {
  return cut !== null && cut !== 'QUIT' && 'reply' in cut && cut.reply <= reply;
}

function isHandedOn(cut: Cut | null): boolean {
  return cut !== null && cut !== 'QUIT' && 'reply' in cut && cut.isHandedOn === true;
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port;
}
