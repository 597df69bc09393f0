import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SinkMessage } from './smtp-sink';

/** A mail server on this machine, in a process of its own so that it does not share the loop with the sender. */
export class MailServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** The first mail that it takes. */
    readonly first: Promise<Buffer>,
  ) {}

  static async start(): Promise<MailServer> {
    const child = fork(join(__dirname, 'smtp-sink.js'), { execArgv: process.execArgv });
    const [message] = (await once(child, 'message')) as [SinkMessage];
    if (!('port' in message)) throw new Error('The mail server took a mail before it said where it is.');
    const first = once(child, 'message').then(([told]) => Buffer.from((told as { first: string }).first, 'base64'));
    return new MailServer(child, `smtp://127.0.0.1:${message.port}`, first);
  }

  stop(): void {
    this.child.disconnect();
  }
}
