import { CompiledQuery, type Kysely } from 'kysely';
import { deadlineColumns, type DeadlineTable, type DeadlineTables } from './deadline-table';

/** Of one statement. */
const KEYS_AT_ONCE = 500;

/** Compiled once a batch, run once a change: compiling one costs more than running it. */
export class DeadlineStatements {
  private readonly upsert: string;
  private readonly clearEvery: string;
  private readonly advance: string;

  constructor(private readonly database: Kysely<DeadlineTables>) {
    const empty = Object.fromEntries(deadlineColumns.map((column) => [column, null])) as unknown as DeadlineTable;
    this.upsert = database
      .insertInto('deadline')
      .values(empty)
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((eb) =>
            Object.fromEntries(deadlineColumns.map((column) => [column, eb.ref(`excluded.${column}`)])),
          ),
      )
      .compile().sql;
    this.clearEvery = database.deleteFrom('deadline').where('kind', '=', '').where('subject', '=', '').compile().sql;
    this.advance = database
      .updateTable('deadline')
      .set({ nextAt: 0 })
      .where('key', '=', '')
      .where('attempts', '=', 0)
      .compile().sql;
  }

  async set(row: DeadlineTable): Promise<void> {
    await this.run(
      this.upsert,
      deadlineColumns.map((column) => row[column]),
    );
  }

  /** Every detail of the subject. */
  async clearAll(kind: string, subject: string): Promise<void> {
    await this.run(this.clearEvery, [kind, subject]);
  }

  async clear(keys: readonly string[]): Promise<void> {
    for (let first = 0; first < keys.length; first += KEYS_AT_ONCE) {
      const some = keys.slice(first, first + KEYS_AT_ONCE);
      await this.database.deleteFrom('deadline').where('key', 'in', some).execute();
    }
  }

  /** A failed attempt keeps its pause. */
  async hasten(key: string, at: number): Promise<void> {
    await this.run(this.advance, [at, key, 0]);
  }

  private async run(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.database.executeQuery(CompiledQuery.raw(sql, [...parameters]));
  }
}
