import type { OrderEvent } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';

/** One person on the list of one order. */
export type OrderContactRow = {
  /** `<orderId>|<contactId>` */
  key: string;
  orderId: string;
  contactId: string;
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
      .execute();
    await database.schema.createIndex(`${name}_contact`).ifNotExists().on(name).column('contactId').execute();
  },
};

/** Who is on which order's list (F). It finds a person's orders; whether they may see one is asked of the streams. */
export const orderContactView: RowView<OrderContactRow> = {
  name: 'order-contacts',
  table,
  categories: ['order'],
  columns: ['key', 'orderId', 'contactId'],
  key: 'key',
  keysOf: (recorded) => {
    const event = recorded as unknown as OrderEvent;
    const isAboutTheList =
      (event.type === 'ContactAdded' || event.type === 'ContactRemoved') && event.data.role === 'order';
    return isAboutTheList ? [`${idOf(recorded)}|${event.data.contactId}`] : [];
  },
  evolve: (_row, { type }, key) => {
    if (type === 'ContactRemoved') return undefined;
    const [orderId = '', contactId = ''] = key.split('|');
    return { key, orderId, contactId };
  },
};

export const orderContactProjection = rowProjection(orderContactView);
