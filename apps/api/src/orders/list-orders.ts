import { Desk } from '@renewals/commands';
import type { OrderId } from '@renewals/licensing';
import { type OrderRow, Orders } from '@renewals/projections';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { cursorAfter, fillPage, type Page, PageQuery, readCursor } from '../reading/pages';
import { Reach } from '../reading/reach';
import type { OrderDocument } from './order.document';
import { OrderDocuments } from './order-documents';

export class ListOrders extends Query<Page<OrderDocument>> {
  constructor(
    readonly query: PageQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** The newest first. A customer's are looked up by their lists, and each is then asked for afresh. */
@QueryHandler(ListOrders)
export class ListOrdersHandler implements IQueryHandler<ListOrders> {
  constructor(
    private readonly reach: Reach,
    private readonly orders: Orders,
    private readonly documents: OrderDocuments,
    private readonly desk: Desk,
  ) {}

  async execute({ query: { cursor, limit }, caller }: ListOrders): Promise<Page<OrderDocument>> {
    const mine = await this.reach.orders(caller);
    const from = readCursor(cursor, 'placedAt', 'orderId');
    const begin = from && { placedAt: Number(from.placedAt), orderId: from.orderId };
    const fetch = (last?: OrderRow) => {
      const after = last ?? begin;
      return this.orders.page({
        limit: limit + 1,
        ...(caller.vendor !== undefined && { policy: caller.vendor }),
        ...(mine && { orders: mine }),
        ...(after && { after }),
      });
    };
    const { rows, hasMore } = await fillPage(limit, fetch, ({ orderId }) => this.reach.reachesOrder(orderId, caller));
    const last = rows.at(-1);
    return {
      items: await Promise.all(
        rows.map(async (row) => this.documents.brief(await this.desk.placedOrder(row.orderId as OrderId), row)),
      ),
      ...(hasMore && last && { nextCursor: cursorAfter({ placedAt: String(last.placedAt), orderId: last.orderId }) }),
    };
  }
}
