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

/** Stands between client and server and cuts the i-th connection instead of handing on its n-th reply, n = `cuts[i]`. */
export class Scissors {
  connections = 0;
  /** Cuts that took away the answer to a mail that the server has. */
  answersLost = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly target: number,
    private readonly cuts: readonly (number | null)[],
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
    const cutAt = this.cuts[this.connections++] ?? Infinity;
    const server = connect(this.target, '127.0.0.1');
    const both = [client, server];
    for (const socket of both) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => both.forEach((one) => one.destroy()));
    }
    client.pipe(server);
    let replies = 0;
    createInterface(server).on('line', (line) => {
      const isLast = /^\d{3} /.test(line);
      if (isLast && ++replies >= cutAt) {
        if (replies === cutAt && line.startsWith('250 taken')) this.answersLost++;
        both.forEach((one) => one.destroy());
      } else client.write(`${line}\r\n`);
    });
  }
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port;
}
