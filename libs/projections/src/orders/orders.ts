import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { OrderRow, OrderTables } from './order-table';

export interface OrderPageQuery {
  /** Only this vendor's. */
  readonly policy?: string;
  /** Only these; all when left out. */
  readonly orders?: readonly string[];
  /** The last order of the page before. */
  readonly after?: Pick<OrderRow, 'placedAt' | 'orderId'>;
  /** Rows at most. */
  readonly limit: number;
}

/** Reads of the orders, the newest first. */
export class Orders {
  private readonly database: Kysely<OrderTables>;

  constructor(database: Tables) {
    this.database = database.withTables<OrderTables>();
  }

  async find(orderId: string): Promise<OrderRow | undefined> {
    const row = await this.database
      .selectFrom('placed_order')
      .selectAll()
      .where('orderId', '=', orderId)
      .executeTakeFirst();
    return row && withNumbers(row);
  }

  /** The company's newest order. */
  async newestOf(organization: string): Promise<OrderRow | undefined> {
    const row = await this.database
      .selectFrom('placed_order')
      .selectAll()
      .where('organization', '=', organization)
      .orderBy('placedAt', 'desc')
      .orderBy('orderId', 'desc')
      .executeTakeFirst();
    return row && withNumbers(row);
  }

  /** All that the company placed. */
  async ofOrganization(organization: string): Promise<string[]> {
    const rows = this.database.selectFrom('placed_order').select('orderId').where('organization', '=', organization);
    return (await rows.execute()).map(({ orderId }) => orderId);
  }

  async page({ policy, orders, after, limit }: OrderPageQuery): Promise<OrderRow[]> {
    let query = this.database.selectFrom('placed_order').selectAll();
    if (policy !== undefined) query = query.where('policy', '=', policy);
    if (orders) query = query.where('orderId', 'in', orders.length > 0 ? orders : ['']);
    if (after) {
      query = query.where(({ eb, or, and }) =>
        or([
          eb('placedAt', '<', after.placedAt),
          and([eb('placedAt', '=', after.placedAt), eb('orderId', '<', after.orderId)]),
        ]),
      );
    }
    const rows = await query.orderBy('placedAt', 'desc').orderBy('orderId', 'desc').limit(limit).execute();
    return rows.map(withNumbers);
  }
}

/** PostgreSQL answers 64-bit integers as text. */
function withNumbers(row: OrderRow): OrderRow {
  return { ...row, placedAt: Number(row.placedAt), revision: Number(row.revision) };
}
