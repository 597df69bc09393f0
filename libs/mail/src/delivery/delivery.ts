import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import { StoreUnavailable } from '@renewals/event-store';
import type { ContactId } from '@renewals/licensing';
import type { Tables } from '@renewals/projections';
import { Outbox } from '../outbox/outbox';
import { dueReminderOf, type OutboxRow } from '../outbox/outbox-table';
import type { MailTransport } from '../transport/transport';
import { withoutAddresses } from '../transport/without-addresses';
import { OneMail } from './one-mail';
import type { ReminderDesk } from './reminder-desk';
import { sideBySide } from './side-by-side';

/** Reminders addressed, and mails leased, in one pass. */
const AT_ONCE = 64;
/** Expiries that are worked on side by side; each is a stream, and goes one mail after another. */
const SIDE_BY_SIDE = 16;
/** Longer than a whole pass, every mail of which may wait ten minutes for the server's answer. */
const LEASE = 60 * 60_000;

export interface DeliveryOptions {
  /** The database of the views, where the `outbox` projection writes. */
  readonly database: Tables;
  readonly desk: ReminderDesk;
  readonly transport: MailTransport;
  /** While it answers true nothing is addressed and nothing sent. */
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

  /** When there is something to do next, milliseconds, may be past; `undefined` when nothing waits or mail is held. */
  async nextAttemptAt(): Promise<number | undefined> {
    return (await this.options.held()) ? undefined : this.outbox.nextAttemptAt();
  }

  /**
   * Looks up the contacts of reminders due at `now`, then sends mails. Answers whether there were any: call it again,
   * once the views have caught up, until there are none. Throws when the event store is away, with no attempt counted.
   */
  async deliver(now: number): Promise<boolean> {
    if (await this.options.held()) return false;
    const addressed = await this.address(now);
    const sent = await this.send(now);
    return addressed || sent;
  }

  private async address(now: number): Promise<boolean> {
    const contacts = new Map<OutboxRow, readonly ContactId[]>();
    try {
      return await this.work('reminders', now, async (row) => {
        contacts.set(row, await this.lookUp(row));
      });
    } finally {
      await this.outbox.address(contacts, now);
    }
  }

  private async lookUp(row: OutboxRow): Promise<readonly ContactId[]> {
    const { desk } = this.options;
    const reminder = dueReminderOf(row);
    const contacts = await desk.recipients(reminder);
    const hadSome = row.decidedAt !== null;
    if (contacts.length === 0 && !hadSome) await desk.recordNoRecipient(reminder);
    return contacts;
  }

  private send(now: number): Promise<boolean> {
    const { desk, transport } = this.options;
    return this.work('mails', now, (row) => new OneMail(row, this.outbox, desk, transport).attempt(now));
  }

  /** Gives each row that is due its turn. What is not reached because the event store is away was not leased at all. */
  private async work(
    what: 'reminders' | 'mails',
    now: number,
    attempt: (row: OutboxRow) => Promise<void>,
  ): Promise<boolean> {
    const rows = await this.outbox.lease(what, { now, until: now + LEASE, limit: AT_ONCE });
    const waiting = new Set(rows);
    try {
      await sideBySide(SIDE_BY_SIDE, byExpiry(rows), async (ofOneExpiry) => {
        for (const row of ofOneExpiry) {
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

/** Rows of one subject and expiry in one group, in the order in which they are decided. */
function byExpiry(rows: readonly OutboxRow[]): OutboxRow[][] {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of [...rows].sort(inOrder)) {
    const expiry = [row.subjectKind, row.subjectId, row.expiresOn].join('|');
    groups.set(expiry, [...(groups.get(expiry) ?? []), row]);
  }
  return [...groups.values()];
}

function inOrder(one: OutboxRow, other: OutboxRow): number {
  if (one.offset !== other.offset) return other.offset - one.offset;
  return one.key < other.key ? -1 : 1;
}
