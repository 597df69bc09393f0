import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { OrderContactTables } from './order-contact-view';

/** Reads of who is on which order's lists. */
export class OrderContacts {
  private readonly database: Kysely<OrderContactTables>;

  constructor(database: Tables) {
    this.database = database.withTables<OrderContactTables>();
  }

  /** Orders that the person may see, at the view's time. */
  async ordersOf(contactId: string): Promise<string[]> {
    const rows = await this.rowsOf(contactId);
    return rows.filter(({ role }) => role === 'order').map(({ orderId }) => orderId);
  }

  /** Orders that name the person in any role, at the view's time. */
  async ordersNaming(contactId: string): Promise<string[]> {
    const rows = await this.rowsOf(contactId);
    return [...new Set(rows.map(({ orderId }) => orderId))];
  }

  private rowsOf(contactId: string) {
    return this.database
      .selectFrom('order_contact')
      .select(['orderId', 'role'])
      .where('contactId', '=', contactId)
      .orderBy('orderId')
      .execute();
  }
}
