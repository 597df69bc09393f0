import type { Pace } from '../pacing/pace';
import type { MailMessage, MailTransport } from '../transport/transport';

/** Keeps what it is given, and fails as often as it is told to. */
export class Postbox implements MailTransport {
  readonly atOnce = 16;
  readonly taken: MailMessage[] = [];
  fault: ((message: MailMessage) => Error | undefined) | undefined;

  async send(message: MailMessage): Promise<{ answer: string }> {
    const error = this.fault?.(message);
    if (error) throw error;
    this.taken.push(message);
    return { answer: `250 OK, queued for ${message.envelope.to}` };
  }

  async close(): Promise<void> {}

  get recipients(): string[] {
    return this.taken.map(({ envelope }) => envelope.to);
  }
}

const PAUSE = 60_000;

/** Makes nobody wait, but a minute for a server that is down. */
export class Metronome implements Pace {
  /** When each address has its turn, if not at once. */
  turnAt: (address: string, now: number) => number = (_address, now) => now;

  turn(address: string, now: number): number {
    return this.turnAt(address, now);
  }

  serverDown(now: number): number {
    return now + PAUSE;
  }

  serverUp(): void {}
}
