import type { OrderEvent } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';

/** One person on a list of one order. */
export type OrderContactRow = {
  /** `<orderId>|<contactId>|<role>` */
  key: string;
  orderId: string;
  contactId: string;
  role: string;
};

export type OrderContactTables = { order_contact: OrderContactRow };

const table: TableDefinition = {
  name: 'order_contact',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('orderId', 'text', (column) => column.notNull())
      .addColumn('contactId', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .execute();
    await database.schema.createIndex(`${name}_contact`).ifNotExists().on(name).column('contactId').execute();
  },
};

/** Who is on which order's lists (F). It finds a person's orders; whether they may see one is asked of the streams. */
export const orderContactView: RowView<OrderContactRow> = {
  name: 'order-contacts',
  table,
  categories: ['order'],
  columns: ['key', 'orderId', 'contactId', 'role'],
  key: 'key',
  keysOf: (recorded) => {
    const event = recorded as unknown as OrderEvent;
    return event.type === 'ContactAdded' || event.type === 'ContactRemoved'
      ? [`${idOf(recorded)}|${event.data.contactId}|${event.data.role}`]
      : [];
  },
  evolve: (_row, { type }, key) => {
    if (type === 'ContactRemoved') return undefined;
    const [orderId = '', contactId = '', role = ''] = key.split('|');
    return { key, orderId, contactId, role };
  },
};

export const orderContactProjection = rowProjection(orderContactView);
