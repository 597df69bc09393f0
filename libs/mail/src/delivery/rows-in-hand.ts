import { StoreUnavailable } from '@renewals/event-store';
import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import type { Outbox } from '../outbox/outbox';
import type { OutboxRow } from '../outbox/outbox-table';
import { withoutAddresses } from '../transport/without-addresses';

/** A number from 0 to 1 for the back-off of an attempt. */
export type Jitter = (key: string, attempt: number) => number;

/** Rows that were leased together, until each has come to an end of its own or is given back. */
export class RowsInHand {
  private readonly open: Set<OutboxRow>;

  constructor(
    readonly all: readonly OutboxRow[],
    readonly now: number,
    private readonly outbox: Outbox,
    private readonly jitter: Jitter,
  ) {
    this.open = new Set(all);
  }

  /** Nothing is left to do about them here. */
  letGo(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.open.delete(row);
  }

  /** A fault is the row's own, unless the event store is away: that says nothing about it. */
  async attempt(row: OutboxRow, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      if (fault instanceof StoreUnavailable) throw fault;
      await this.failed([row], fault);
    }
  }

  /**
   * They wait for their next turn, in the end for an operator, and hold up nobody else (rule 13). Those of one mail do
   * so together.
   */
  async failed(rows: readonly [OutboxRow, ...OutboxRow[]], fault: unknown): Promise<void> {
    const error = withoutAddresses((fault as Error).message);
    const [{ mail, key }] = rows;
    const attempts = attemptsAt(rows);
    if (attempts >= MAX_ATTEMPTS) await this.outbox.park({ now: this.now, error }, rows);
    else {
      const at = this.now + backOff(attempts, this.jitter(mail ?? key, attempts));
      await this.outbox.tryAgain({ at, error }, rows);
    }
    this.letGo(rows);
  }

  /** Their turn comes then; this was none. */
  async giveBackUntil(at: number, rows: readonly OutboxRow[]): Promise<void> {
    await this.outbox.giveBack(at, rows);
    this.letGo(rows);
  }

  /** Those that were not reached, as if they had not been leased at all. */
  async giveBackTheRest(): Promise<void> {
    await this.outbox.giveBack(this.now, [...this.open]);
  }
}

/** Of the row that was tried most often. */
export function attemptsAt(rows: readonly OutboxRow[]): number {
  return Math.max(...rows.map(({ attempts }) => attempts));
}
