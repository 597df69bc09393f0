import type { EventMetadata } from '@renewals/event-store';
import type { OrderAlertReason, OrderEvent } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';

/** One order that would fall silent, for one reason. */
export type OrderAlertRow = {
  /** `<orderId>|<reason>` */
  key: string;
  orderId: string;
  reason: OrderAlertReason;
  /** Milliseconds since the epoch. */
  raisedAt: number;
  /** Revision of the order's stream. */
  revision: number;
};

export type OrderAlertTables = { order_alert: OrderAlertRow };

const table: TableDefinition = {
  name: 'order_alert',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('orderId', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('raisedAt', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema.createIndex(`${name}_raised`).ifNotExists().on(name).columns(['raisedAt', 'key']).execute();
  },
};

/** What sales has to look after: orders that would fall silent. An alert goes when somebody is reached again. */
export const orderAlertView: RowView<OrderAlertRow> = {
  name: 'order-alerts',
  table,
  categories: ['order'],
  columns: ['key', 'orderId', 'reason', 'raisedAt', 'revision'],
  key: 'key',
  keysOf: (recorded) => {
    const event = recorded as unknown as OrderEvent;
    return event.type === 'AlertRaised' || event.type === 'AlertResolved'
      ? [`${event.data.orderId}|${event.data.reason}`]
      : [];
  },
  evolve: (_row, recorded, key) => {
    const event = recorded as unknown as OrderEvent;
    if (event.type !== 'AlertRaised') return undefined;
    const raisedAt = Date.parse((recorded.metadata as EventMetadata).recordedAt);
    return { key, ...event.data, raisedAt, revision: recorded.revision };
  },
};

export const orderAlertProjection = rowProjection(orderAlertView);
