import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import { StoreUnavailable } from '@renewals/event-store';
import type { Tables } from '@renewals/projections';
import { Outbox } from '../outbox/outbox';
import { dueMailingOf, type OutboxRow } from '../outbox/outbox-table';
import type { MailTransport } from '../transport/transport';
import { withoutAddresses } from '../transport/without-addresses';
import type { MailDesk } from './mail-desk';
import { inOrder, laneOf, mailingNamed, type Recipient } from './mailing';
import { OneMail } from './one-mail';
import { sideBySide } from './side-by-side';

/** Mailings addressed, and mails leased, in one pass. */
const AT_ONCE = 64;
/** Lanes that are worked on side by side; each is a stream, and goes one mail after another. */
const SIDE_BY_SIDE = 16;
/** Longer than a whole pass, every mail of which may wait ten minutes for the server's answer. */
const LEASE = 60 * 60_000;

export interface DeliveryOptions {
  /** The database of the views, where the `outbox` projection writes. */
  readonly database: Tables;
  readonly desk: MailDesk;
  readonly transport: MailTransport;
  /** While it answers true nothing is addressed and nothing sent, but for what somebody waits for. */
  readonly held: () => Promise<boolean> | boolean;
  /** Names this sender in its leases: different for senders that run beside each other. */
  readonly sender: string;
  /** A number from 0 to 1 for the back-off of a mail's attempt. */
  readonly jitter: (key: string, attempt: number) => number;
}

/**
 * Sends what the outbox holds. Has no timer: somebody calls it with the time.
 *
 * A mail is sent twice only when the server took it and its answer was not recorded: the connection or this process
 * died between DATA and that (rule 15). An answer that reached us while the event store was away is kept in the outbox.
 */
export class Delivery {
  private readonly outbox: Outbox;

  constructor(private readonly options: DeliveryOptions) {
    this.outbox = new Outbox(options.database, options.sender);
  }

  /** Takes over from senders that were killed. Only for a process that sends alone; else leases end by time. */
  releaseLeases(): Promise<void> {
    return this.outbox.releaseLeases();
  }

  /** When there is something to do next, milliseconds, may be past; `undefined` when nothing waits that may go. */
  async nextAttemptAt(): Promise<number | undefined> {
    return this.outbox.nextAttemptAt({ held: await this.options.held() });
  }

  /**
   * Looks up the recipients of what is due at `now`, then sends mails. Answers whether there were any: call it again,
   * once the views have caught up, until there are none. Throws when the event store is away, with no attempt counted.
   */
  async deliver(now: number): Promise<boolean> {
    const held = await this.options.held();
    const addressed = await this.address(now, held);
    const sent = await this.send(now, held);
    return addressed || sent;
  }

  private async address(now: number, held: boolean): Promise<boolean> {
    const recipients = new Map<OutboxRow, readonly Recipient[]>();
    try {
      return await this.work('mailings', { now, held }, async (row) => {
        recipients.set(row, await this.lookUp(row));
      });
    } finally {
      await this.outbox.address(recipients, now);
    }
  }

  private async lookUp(row: OutboxRow): Promise<readonly Recipient[]> {
    const { desk } = this.options;
    const mailing = dueMailingOf(row);
    const recipients = await desk.recipients(mailing);
    const hadSome = row.decidedAt !== null;
    if (recipients.length === 0 && !hadSome) await desk.record(mailing, { outcome: 'no-recipient' });
    return recipients;
  }

  private send(now: number, held: boolean): Promise<boolean> {
    const { desk, transport } = this.options;
    return this.work('mails', { now, held }, (row) => new OneMail(row, this.outbox, desk, transport).attempt(now));
  }

  /** Gives each row that is due its turn. What is not reached because the event store is away was not leased at all. */
  private async work(
    what: 'mailings' | 'mails',
    { now, held }: { now: number; held: boolean },
    attempt: (row: OutboxRow) => Promise<void>,
  ): Promise<boolean> {
    const rows = await this.outbox.lease(what, { now, until: now + LEASE, limit: AT_ONCE, held });
    const waiting = new Set(rows);
    try {
      await sideBySide(SIDE_BY_SIDE, byLane(rows), async (ofOneLane) => {
        for (const row of ofOneLane) {
          await this.take(row, now, attempt);
          waiting.delete(row);
        }
      });
    } finally {
      for (const row of waiting) await this.outbox.giveBack(now, row);
    }
    return rows.length > 0;
  }

  /** A row that fails waits for its next turn, in the end for an operator, and blocks nobody else (rule 13). */
  private async take(row: OutboxRow, now: number, attempt: (row: OutboxRow) => Promise<void>): Promise<void> {
    try {
      await attempt(row);
    } catch (fault) {
      if (fault instanceof StoreUnavailable) throw fault;
      const error = withoutAddresses((fault as Error).message);
      if (row.attempts >= MAX_ATTEMPTS) return this.outbox.park({ now, error }, row);
      const at = now + backOff(row.attempts, this.options.jitter(row.key, row.attempts));
      await this.outbox.tryAgain({ at, error }, row);
    }
  }
}

/** Rows of one lane in one group, in the order in which they are decided. */
function byLane(rows: readonly OutboxRow[]): OutboxRow[][] {
  const lanes = new Map<string, OutboxRow[]>();
  for (const row of [...rows].sort(inTurn)) {
    const lane = laneOf(mailingNamed(row.mailing));
    lanes.set(lane, [...(lanes.get(lane) ?? []), row]);
  }
  return [...lanes.values()];
}

function inTurn(one: OutboxRow, other: OutboxRow): number {
  const order = inOrder(mailingNamed(one.mailing), mailingNamed(other.mailing));
  if (order !== 0) return order;
  return one.key < other.key ? -1 : 1;
}
