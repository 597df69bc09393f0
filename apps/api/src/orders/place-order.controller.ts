import { licenseOfLine, PlaceOrder } from '@renewals/commands';
import { isoDate, type OrderId, type OrderLine, period } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf, unconditional } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, desk } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { refuseForeignPolicy } from '../identity/foreign-policy';
import { CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { type OrderLineBody, PlaceOrderBody } from './sale';

export class PlacedOrderAnswer extends RevisionAnswer {
  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty({
    description: 'One for each line, in their order; issued right after, and then to be activated.',
    type: [String],
    format: 'uuid',
  })
  licenseIds!: string[];
}

/** The store, the payment provider and people of sales place orders (P). */
@ApiTags('orders')
@ApiBearerAuth()
@Controller('orders')
export class PlaceOrderController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Allow(...desk)
  @ApiOperation({ operationId: 'placeOrder', summary: 'Record a purchase: each line gets its license by itself' })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: PlacedOrderAnswer })
  @Problems(
    'NOT_FOUND',
    'INVALID_DATE',
    'INVALID_PERIOD',
    'INVALID_COUNT',
    'CONTACT_NOT_LINKED_TO_ORGANIZATION',
    'NOT_A_TRIAL',
  )
  async place(
    @Body() { policy, contacts = [], placedOn, lines, ...sale }: PlaceOrderBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlacedOrderAnswer> {
    refuseForeignPolicy(policy, callerOf(request));
    const context = unconditional(contextOf(request));
    const orderId = derivedId('order', context.commandId) as OrderId;
    const order = {
      ...sale,
      orderId,
      ...(placedOn !== undefined && { placedOn: isoDate(placedOn) }),
      lines: lines.map(lineOf),
    };
    const { revision } = await this.commands.execute(new PlaceOrder(order, policy, contacts, context));
    void reply.header('etag', etagOf(revision));
    return { revision, orderId, licenseIds: lines.map((_, index) => licenseOfLine(orderId, index)) };
  }
}

/** One year, if nothing else was agreed (P). */
function lineOf({ period: length = 'P1Y', maintenance, ...line }: OrderLineBody): OrderLine {
  return {
    ...line,
    period: period(length),
    ...(maintenance && { maintenance: { ...maintenance, period: period(maintenance.period) } }),
  };
}
