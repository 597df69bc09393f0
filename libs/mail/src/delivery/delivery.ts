import type { Tables } from '@renewals/projections';
import { type LeaseTerms, Leases } from '../outbox/leases';
import { Outbox } from '../outbox/outbox';
import type { OutboxRow } from '../outbox/outbox-table';
import type { Pace } from '../pacing/pace';
import type { MailTransport } from '../transport/transport';
import { Addressing } from './addressing';
import type { DigestWriter, MailDesk } from './mail-desk';
import { Round } from './round';
import { type Jitter, RowsInHand } from './rows-in-hand';
import type { SendTime } from './send-times';
import { ServerWatch } from './server-watch';

/** Mailings addressed, or recipients whose mails are sent, in one round. */
const AT_ONCE = 64;
/** Longer than a whole round, every mail of which may wait ten minutes for the server's answer. */
const LEASE = 60 * 60_000;

export interface DeliveryOptions {
  /** The database of the views, where the `outbox` projection writes. */
  readonly database: Tables;
  readonly desk: MailDesk & DigestWriter;
  readonly transport: MailTransport;
  readonly pace: Pace;
  /** While it answers true nothing is addressed and nothing sent, but for what somebody waits for. */
  readonly held: () => Promise<boolean> | boolean;
  /**
   * While it answers false nothing at all is addressed or sent: an operator has switched delivery off. Decisions go on,
   * and wait in the outbox. To whom they go, and whether still, is asked when it is on again.
   */
  readonly delivering: () => boolean;
  /** Names this sender in its leases: different for senders that run beside each other. */
  readonly sender: string;
  readonly jitter: Jitter;
  /** Hears that the server could not be reached. */
  readonly onFault: (error: Error) => void;
  /** Hears of what the server takes. */
  readonly onTaken?: (time: SendTime) => void;
}

/**
 * Sends what the outbox holds. Has no timer: somebody calls it with the time.
 *
 * A mail is sent twice only when the server took it and its answer did not reach the outbox: the connection or this
 * process died between the end of DATA and that (rule 15). Both have one Message-ID, sealed before. What the outbox
 * knows is recorded later, if need be, and never sent again.
 */
export class Delivery {
  private readonly leases: Leases;
  private readonly outbox: Outbox;
  private readonly server: ServerWatch;

  constructor(private readonly options: DeliveryOptions) {
    this.leases = new Leases(options.database, options.sender);
    this.outbox = new Outbox(options.database);
    this.server = new ServerWatch(options.pace);
  }

  /** It could not be reached when it was tried last, and was not reached since. */
  get isServerDown(): boolean {
    return this.server.isToBeTried;
  }

  /** Takes over from senders that were killed. Only for a process that sends alone; else leases end by time. */
  releaseLeases(): Promise<void> {
    return this.leases.release();
  }

  /** When there is something to do next, milliseconds, may be past; `undefined` when nothing waits that may go. */
  async nextAttemptAt(): Promise<number | undefined> {
    if (!this.options.delivering()) return undefined;
    const next = await this.leases.nextAttemptAt({ held: await this.options.held() });
    return next === undefined ? undefined : Math.max(next, this.server.opensAt);
  }

  /**
   * Looks up the recipients of what is due at `now`, or sends mails when nothing is left to look up, so that all
   * that is due to one recipient at one time is known before any of it goes out. Answers whether there was anything to
   * do: call it again, once the views have caught up, until there is not. Throws when the event store is away, with no
   * attempt counted.
   */
  async deliver(now: number): Promise<boolean> {
    return this.work(now, await this.options.held());
  }

  /** Hangs up, after the mails under way. Nothing is delivered any more. */
  close(): Promise<void> {
    return this.options.transport.close();
  }

  /** Only what somebody waits for, which need not wait until everything that is due has been decided. */
  deliverAwaited(now: number): Promise<boolean> {
    return this.work(now, true);
  }

  private async work(now: number, held: boolean): Promise<boolean> {
    if (!this.options.delivering() || now < this.server.opensAt) return false;
    const terms = { now, until: now + LEASE, limit: AT_ONCE, held };
    return (await this.address(terms)) || (await this.send(terms));
  }

  private async address(terms: LeaseTerms): Promise<boolean> {
    const rows = await this.leases.mailings(terms);
    return this.inHand(rows, terms.now, (inHand) => new Addressing(inHand, this.outbox, this.options.desk).work());
  }

  private async send(terms: LeaseTerms): Promise<boolean> {
    const { server } = this;
    const rows = await this.leases.mails(server.isToBeTried ? { ...terms, limit: 1 } : terms);
    const post = { ...this.options, server };
    return this.inHand(rows, terms.now, (inHand) => new Round(inHand, this.outbox, this.options.desk, post).work());
  }

  /** What is not reached because the event store or the server is away was not leased at all. */
  private async inHand(
    rows: readonly OutboxRow[],
    now: number,
    work: (inHand: RowsInHand) => Promise<void>,
  ): Promise<boolean> {
    if (rows.length === 0) return false;
    const inHand = new RowsInHand(rows, now, this.outbox, this.options.jitter);
    try {
      await work(inHand);
    } finally {
      await inHand.giveBackTheRest();
    }
    return true;
  }
}
