import type { Tables } from '@renewals/projections';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Recipient } from '../delivery/mailing';
import { addressedTo, insertRows, type OutboxRow, type OutboxTables } from './outbox-table';

/** Rows changed by one statement. No mail has more, so that each is sealed and accepted as a whole. */
export const MOST_ROWS = 500;

/**
 * What became of rows that one sender has leased together. Nothing is changed any more of a row whose time was up and
 * that another has leased since.
 */
export class Outbox {
  private readonly database: Kysely<OutboxTables>;

  constructor(database: Tables) {
    this.database = database.withTables<OutboxTables>();
  }

  /** Puts one row a recipient in the place of each mailing's, all in one transaction. */
  async address(recipients: ReadonlyMap<OutboxRow, readonly Recipient[]>, now: number): Promise<void> {
    const mailings = [...recipients.keys()];
    if (mailings.length === 0) return;
    await this.database.transaction().execute(async (transaction) => {
      const taken = await transaction.deleteFrom('outbox').where(leased(mailings)).returning('key').execute();
      // The others were decided for everybody, or addressed by another sender and perhaps sent and gone.
      const ours = new Set(taken.map(({ key }) => key));
      const rows = [...recipients].flatMap(([row, all]) =>
        ours.has(row.key) ? all.map((recipient) => addressedTo(recipient, row, now)) : [],
      );
      await insertRows(transaction, rows);
    });
  }

  /**
   * Fixes the mail that they go out in. Answers whether all of them are still leased, which is when it may be sent;
   * those that are sealed keep their seal.
   */
  async seal(messageId: string, rows: readonly OutboxRow[]): Promise<boolean> {
    const { numUpdatedRows } = await this.database
      .updateTable('outbox')
      .set((eb) => ({ mail: eb.fn.coalesce('mail', eb.val(messageId)) }))
      .where(leased(rows))
      .executeTakeFirst();
    return numUpdatedRows === BigInt(rows.length);
  }

  /** The server has their mail: from now on only recording that is left. */
  async accepted(answer: string, rows: readonly OutboxRow[]): Promise<void> {
    await this.update(rows, { answer });
  }

  /** Leaves them to be tried at that time, by whoever comes then. */
  async tryAgain({ at, error }: { at: number; error: string }, rows: readonly OutboxRow[]): Promise<void> {
    await this.update(rows, { nextAttemptAt: at, lastError: error, leasedBy: null });
  }

  /** As if they had not been leased, but for the time of their next turn. */
  async giveBack(at: number, rows: readonly OutboxRow[]): Promise<void> {
    for (const some of inParts(rows)) {
      await this.database
        .updateTable('outbox')
        .set((eb) => ({ nextAttemptAt: at, attempts: eb('attempts', '-', 1), leasedBy: null }))
        .where(leased(some))
        .execute();
    }
  }

  /** Out of the queue: the operator's now. */
  async park({ now, error }: { now: number; error: string }, rows: readonly OutboxRow[]): Promise<void> {
    await this.update(rows, { parkedAt: now, lastError: error, leasedBy: null });
  }

  async remove(row: OutboxRow): Promise<void> {
    await this.database
      .deleteFrom('outbox')
      .where(leased([row]))
      .execute();
  }

  private async update(rows: readonly OutboxRow[], changed: Partial<OutboxRow>): Promise<void> {
    for (const some of inParts(rows)) {
      await this.database.updateTable('outbox').set(changed).where(leased(some)).execute();
    }
  }
}

/** Of rows that were leased together. */
function leased(rows: readonly OutboxRow[]) {
  const keys = rows.map(({ key }) => key);
  const leasedBy = rows[0]?.leasedBy ?? null;
  return (eb: ExpressionBuilder<OutboxTables, 'outbox'>) =>
    eb.and([eb('key', 'in', keys), eb('leasedBy', '=', leasedBy)]);
}

function inParts(rows: readonly OutboxRow[]): OutboxRow[][] {
  const parts = Math.ceil(rows.length / MOST_ROWS);
  return Array.from({ length: parts }, (_, index) => rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS));
}
