import type { OrderAlertReason } from '@renewals/licensing';
import type { Kysely } from 'kysely';
import type { OrderTables } from '../orders/order-table';
import type { Tables } from '../runtime/projection';
import type { OrderAlertRow, OrderAlertTables } from './order-alert-view';

/** Reads of the open alerts, the oldest first. */
export class OrderAlerts {
  private readonly database: Kysely<OrderAlertTables & OrderTables>;

  constructor(database: Tables) {
    this.database = database.withTables<OrderAlertTables & OrderTables>();
  }

  async page(limit: number, after?: Pick<OrderAlertRow, 'raisedAt' | 'key'>): Promise<OrderAlertRow[]> {
    let query = this.database.selectFrom('order_alert').selectAll();
    if (after) {
      query = query.where(({ eb, or, and }) =>
        or([
          eb('raisedAt', '>', after.raisedAt),
          and([eb('raisedAt', '=', after.raisedAt), eb('key', '>', after.key)]),
        ]),
      );
    }
    const rows = await query.orderBy('raisedAt').orderBy('key').limit(limit).execute();
    // Numbers of this size arrive as texts from PostgreSQL.
    return rows.map((row) => ({ ...row, raisedAt: Number(row.raisedAt), revision: Number(row.revision) }));
  }

  /** Orders with an open alert of that reason which a company bought, or sold as a reseller. */
  async ordersOf(company: string, reason: OrderAlertReason): Promise<string[]> {
    const rows = await this.database
      .selectFrom('order_alert')
      .innerJoin('placed_order', 'placed_order.orderId', 'order_alert.orderId')
      .select('order_alert.orderId')
      .where('order_alert.reason', '=', reason)
      .where(({ eb, or }) =>
        or([eb('placed_order.organization', '=', company), eb('placed_order.reseller', '=', company)]),
      )
      .orderBy('order_alert.orderId')
      .execute();
    return rows.map(({ orderId }) => orderId);
  }
}
