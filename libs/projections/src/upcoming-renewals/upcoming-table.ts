import type { TableDefinition } from '../runtime/projection';

/** One term that may be renewed next, of a license or of the maintenance of a perpetual one. */
export type UpcomingRow = {
  license: string;
  externalId: string | null;
  organization: string;
  orderId: string;
  policy: string;
  product: string;
  /** The tab of the page (R). */
  tab: 'annual' | 'maintenance';
  quota: number;
  /** Price of the term, minor units. */
  amount: number;
  currency: string;
  /** Null before the term begins and once it is over; only rows with a date are shown. */
  expiresOn: string | null;
  zone: string | null;
  endsAt: number | null;
  renewal: string | null;
  stage: 'requested' | 'approved' | null;
  /** Of the stream whose term it is. */
  revision: number;
};

export type UpcomingTables = { upcoming_renewal: UpcomingRow };

export const upcomingColumns = [
  'license',
  'externalId',
  'organization',
  'orderId',
  'policy',
  'product',
  'tab',
  'quota',
  'amount',
  'currency',
  'expiresOn',
  'zone',
  'endsAt',
  'renewal',
  'stage',
  'revision',
] as const;

const integers: readonly string[] = ['quota', 'amount', 'endsAt', 'revision'];

export const upcomingTable: TableDefinition = {
  name: 'upcoming_renewal',
  create: async (database, name) => {
    let table = database.schema.createTable(name).ifNotExists();
    for (const column of upcomingColumns) {
      table = table.addColumn(column, integers.includes(column) ? 'bigint' : 'text', (definition) =>
        column === 'license' ? definition.primaryKey() : definition,
      );
    }
    await table.execute();
    await database.schema
      .createIndex(`${name}_due`)
      .ifNotExists()
      .on(name)
      .columns(['tab', 'expiresOn', 'license'])
      .execute();
    await database.schema
      .createIndex(`${name}_order`)
      .ifNotExists()
      .on(name)
      .columns(['orderId', 'tab', 'expiresOn'])
      .execute();
  },
};
