import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { OrderContactTables } from './order-contact-view';

/** Reads of who is on which order's list. */
export class OrderContacts {
  private readonly database: Kysely<OrderContactTables>;

  constructor(database: Tables) {
    this.database = database.withTables<OrderContactTables>();
  }

  /** Orders whose list the person is on, at the view's time. */
  async ordersOf(contactId: string): Promise<string[]> {
    const rows = await this.database
      .selectFrom('order_contact')
      .select('orderId')
      .where('contactId', '=', contactId)
      .execute();
    return rows.map(({ orderId }) => orderId);
  }
}
