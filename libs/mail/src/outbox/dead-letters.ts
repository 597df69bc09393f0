import type { Tables } from '@renewals/projections';
import type { Kysely } from 'kysely';
import type { Recipient } from '../delivery/mailing';
import { type OutboxRow, type OutboxTables, withNumbers } from './outbox-table';

/** Mails that kept failing: nobody tries them again until an operator does. */
export class DeadLetters {
  private readonly database: Kysely<OutboxTables>;

  constructor(database: Tables) {
    this.database = database.withTables<OutboxTables>();
  }

  /** The longest parked first. */
  async all(): Promise<OutboxRow[]> {
    const rows = await this.database
      .selectFrom('outbox')
      .selectAll()
      .where('parkedAt', 'is not', null)
      .orderBy('parkedAt')
      .orderBy('key')
      .execute();
    return rows.map(withNumbers);
  }

  /**
   * Puts one back into the queue with all its attempts, and what was sealed into the same mail with it: without them it
   * would not be the same mail. Answers whether there was one.
   */
  async replay(key: string, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.database
      .updateTable('outbox')
      .set({ parkedAt: null, attempts: 0, nextAttemptAt: now })
      .where((eb) =>
        eb.or([
          eb('key', '=', key),
          eb('mail', '=', eb.selectFrom('outbox as asked').select('asked.mail').where('asked.key', '=', key)),
        ]),
      )
      .where('parkedAt', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Puts back everything that was to go to them: it is decided anew whether they get it. */
  async replayTo(recipient: Recipient, now: number): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set({ parkedAt: null, attempts: 0, nextAttemptAt: now })
      .where('recipient', '=', recipient)
      .where('parkedAt', 'is not', null)
      .execute();
  }
}
