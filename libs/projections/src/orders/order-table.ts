import type { TableDefinition } from '../runtime/projection';

/** One order. */
export type OrderRow = {
  orderId: string;
  organization: string;
  /** Company of the reseller that it came through. */
  reseller: string | null;
  policy: string;
  /** When the customer ordered, milliseconds since the epoch. */
  placedAt: number;
  /** Revision of the order's stream. */
  revision: number;
};

export type OrderTables = { placed_order: OrderRow };

export const orderColumns = [
  'orderId',
  'organization',
  'reseller',
  'policy',
  'placedAt',
  'revision',
] as const satisfies readonly (keyof OrderRow)[];

export const orderTable: TableDefinition = {
  name: 'placed_order',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('orderId', 'text', (column) => column.primaryKey())
      .addColumn('organization', 'text', (column) => column.notNull())
      .addColumn('reseller', 'text')
      .addColumn('policy', 'text', (column) => column.notNull())
      .addColumn('placedAt', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex(`${name}_placed`)
      .ifNotExists()
      .on(name)
      .columns(['placedAt', 'orderId'])
      .execute();
    await database.schema
      .createIndex(`${name}_organization`)
      .ifNotExists()
      .on(name)
      .columns(['organization', 'placedAt', 'orderId'])
      .execute();
  },
};
