import type { Tables } from '@renewals/projections';
import { dueTimeOf, instantOf } from './deadline-projection';
import type { DeadlineTables } from './deadline-table';

/** Computes the instants of local days again when the runtime's zone data is another than they were made with. */
export async function useZoneData(tables: Tables, version: string): Promise<void> {
  const database = tables.withTables<DeadlineTables>();
  await database.schema
    .createTable('zone_data')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .execute();
  await database.transaction().execute(async (transaction) => {
    const known = await transaction.selectFrom('zone_data').select('version').executeTakeFirst();
    if (known?.version === version) return;
    const rows = await transaction.selectFrom('deadline').selectAll().where('zone', 'is not', null).execute();
    for (const row of rows) {
      const dueAt = instantOf(dueTimeOf(row));
      if (dueAt === Number(row.dueAt)) continue;
      const nextAt = row.attempts === 0 ? dueAt : row.nextAt;
      await transaction.updateTable('deadline').set({ dueAt, nextAt }).where('key', '=', row.key).execute();
    }
    await transaction
      .insertInto('zone_data')
      .values({ id: 1, version })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ version }))
      .execute();
  });
}
