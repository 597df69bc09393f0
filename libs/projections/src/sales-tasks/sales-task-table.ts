import type { TableDefinition } from '../runtime/projection';

/** One task of sales. */
export type SalesTaskRow = {
  task: string;
  purpose: 'write-to-billing-contact' | 'payment-reversed';
  status: 'open' | 'dropped' | 'done';
  policy: string;
  channel: string;
  organization: string;
  orderId: string;
  /** What it is about: a license, its maintenance, or a renewal. */
  license: string | null;
  subject: 'license' | 'maintenance' | null;
  expiresOn: string | null;
  renewal: string | null;
  openedOn: string;
  dueOn: string;
  zone: string;
  /** When `dueOn` is over there, milliseconds since the epoch. */
  overdueAt: number;
  doneBy: string | null;
  note: string | null;
  droppedBecause: string | null;
  revision: number;
};

export type SalesTaskTables = { sales_task: SalesTaskRow };

export const salesTaskColumns = [
  'task',
  'purpose',
  'status',
  'policy',
  'channel',
  'organization',
  'orderId',
  'license',
  'subject',
  'expiresOn',
  'renewal',
  'openedOn',
  'dueOn',
  'zone',
  'overdueAt',
  'doneBy',
  'note',
  'droppedBecause',
  'revision',
] as const satisfies readonly (keyof SalesTaskRow)[];

export const salesTaskTable: TableDefinition = {
  name: 'sales_task',
  create: async (database, name) => {
    let table = database.schema.createTable(name).ifNotExists();
    for (const column of salesTaskColumns) {
      const type = column === 'overdueAt' || column === 'revision' ? 'bigint' : 'text';
      table = table.addColumn(column, type, (cell) => (column === 'task' ? cell.primaryKey() : cell));
    }
    await table.execute();
    await database.schema
      .createIndex(`${name}_due`)
      .ifNotExists()
      .on(name)
      .columns(['status', 'overdueAt', 'task'])
      .execute();
  },
};
