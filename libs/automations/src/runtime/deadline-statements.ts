import { CompiledQuery, type Kysely } from 'kysely';
import { deadlineColumns, type DeadlineTable, type DeadlineTables } from './deadline-table';

/** Compiled once a batch, run once a change: compiling one costs more than running it. */
export class DeadlineStatements {
  private readonly upsert: string;
  private readonly clearAll: string;
  private readonly clearOne: string;

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
    const clear = database.deleteFrom('deadline').where('kind', '=', '').where('subject', '=', '');
    this.clearAll = clear.compile().sql;
    this.clearOne = clear.where('detail', '=', '').compile().sql;
  }

  async set(row: DeadlineTable): Promise<void> {
    await this.run(
      this.upsert,
      deadlineColumns.map((column) => row[column]),
    );
  }

  /** Every detail when none is named. */
  async clear(kind: string, subject: string, detail?: string): Promise<void> {
    if (detail === undefined) await this.run(this.clearAll, [kind, subject]);
    else await this.run(this.clearOne, [kind, subject, detail]);
  }

  private async run(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.database.executeQuery(CompiledQuery.raw(sql, [...parameters]));
  }
}
