import { noSuchOrder, Refusal } from '@renewals/licensing';
import { Orders } from '@renewals/projections';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { OwnWrites } from '../reading/own-writes';
import { Reach } from '../reading/reach';
import type { WholeOrderDocument } from './order.document';
import { OrderDocuments } from './order-documents';

export class FindOrder extends Query<WholeOrderDocument> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    /** Waits until the view shows this revision of the order. */
    readonly atLeast?: number,
  ) {
    super();
  }
}

@QueryHandler(FindOrder)
export class FindOrderHandler implements IQueryHandler<FindOrder> {
  constructor(
    private readonly reach: Reach,
    private readonly orders: Orders,
    private readonly documents: OrderDocuments,
    private readonly ownWrites: OwnWrites,
  ) {}

  async execute({ id, caller, atLeast }: FindOrder): Promise<WholeOrderDocument> {
    await this.reach.order(id, caller);
    const row = await this.ownWrites.atLeast(atLeast, () => this.orders.find(id));
    if (!row) throw new Refusal(noSuchOrder.code, noSuchOrder.message);
    return this.documents.whole(await this.reach.order(id, caller), row);
  }
}
