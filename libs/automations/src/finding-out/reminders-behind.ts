import type { Tables } from '@renewals/projections';
import type { Kysely } from 'kysely';
import { REMINDERS } from '../reminders/reminders';
import type { DeadlineTables } from '../runtime/deadline-table';

/** How far behind deciding about reminders is. */
export class RemindersBehind {
  private readonly database: Kysely<DeadlineTables>;

  constructor(database: Tables) {
    this.database = database.withTables<DeadlineTables>();
  }

  /** When the oldest that is due, and neither decided nor parked, fell due. One that failed counts when it is tried. */
  async since(now: number): Promise<number | undefined> {
    const oldest = await this.database
      .selectFrom('deadline')
      .select('dueAt')
      .where('kind', '=', REMINDERS)
      .where('parkedAt', 'is', null)
      .where('nextAt', '<=', now)
      .orderBy('nextAt')
      .limit(1)
      .executeTakeFirst();
    return oldest && Number(oldest.dueAt);
  }

  /** Deadlines of any kind that wait for an operator. */
  async parked(): Promise<number> {
    const { count } = await this.database
      .selectFrom('deadline')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('parkedAt', 'is not', null)
      .executeTakeFirstOrThrow();
    return Number(count);
  }
}
