import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { etagOf } from '../commanding/etag';
import { Allow, readers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { PageQuery } from '../reading/pages';
import { ReadQuery } from '../reading/read-query';
import { FindOrder } from './find-order';
import { ListOrders } from './list-orders';
import { OrderPage, WholeOrderDocument } from './order.document';

/** Order > My Orders (P, F). */
@ApiTags('orders')
@ApiBearerAuth()
@Controller('orders')
export class OrdersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({
    operationId: 'listOrders',
    summary: 'Orders, the newest first; a customer those they are a contact of',
  })
  @ApiOkResponse({ type: OrderPage })
  @Problems()
  list(@Query() query: PageQuery, @From() caller: Caller) {
    return this.queries.execute(new ListOrders(query, caller));
  }

  @Get(':id')
  @Allow(...readers)
  @ApiOperation({
    operationId: 'readOrder',
    summary: 'One order: what was bought, what was paid, and who is on its lists',
  })
  @ApiOkResponse({ type: WholeOrderDocument, headers: { ETag: { schema: { type: 'string' } } } })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'VIEW_BEHIND')
  async read(
    @Param('id') id: string,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WholeOrderDocument> {
    const order = await this.queries.execute(new FindOrder(id, caller, atLeast));
    void reply.header('etag', etagOf(order.revision));
    return order;
  }
}
