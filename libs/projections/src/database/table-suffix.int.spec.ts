import { Kysely } from 'kysely';
import { sqliteDialect } from './sqlite-database';
import { TableSuffix } from './table-suffix';

type Tables = { license: { id: string; quota: number }; license__new: { id: string; quota: number } };

async function givenTwoTables() {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(':memory:') });
  for (const name of ['license', 'license__new']) {
    await database.schema.createTable(name).addColumn('id', 'text').addColumn('quota', 'integer').execute();
  }
  const beside = database.withPlugin(new TableSuffix(['license'], '__new'));
  const quotas = async (table: keyof Tables) =>
    (await database.selectFrom(table).select('quota').execute()).map((row) => row.quota);
  return { database, beside, quotas };
}

describe('queries of a view that is built beside the live one', () => {
  it('write to its own tables', async () => {
    const { database, beside, quotas } = await givenTwoTables();
    await database.insertInto('license').values({ id: 'a', quota: 1 }).execute();
    await beside
      .insertInto('license')
      .values([
        { id: 'a', quota: 5 },
        { id: 'b', quota: 6 },
      ])
      .execute();
    await beside.updateTable('license').set({ quota: 7 }).where('license.id', '=', 'a').execute();
    await beside.deleteFrom('license').where('id', '=', 'b').execute();

    expect(await quotas('license')).toEqual([1]);
    expect(await quotas('license__new')).toEqual([7]);
  });

  it('read from them, also where the table is named in the query or joined', async () => {
    const { beside } = await givenTwoTables();
    await beside.insertInto('license').values({ id: 'a', quota: 5 }).execute();
    const rows = await beside
      .selectFrom('license')
      .innerJoin('license as other', 'other.id', 'license.id')
      .select(['license.quota', 'other.id'])
      .execute();
    expect(rows).toEqual([{ quota: 5, id: 'a' }]);
  });

  it('leave other tables alone', async () => {
    const { beside } = await givenTwoTables();
    const { sql } = beside.selectFrom('license__new').selectAll().compile();
    expect(sql).toBe('select * from "license__new"');
  });
});
