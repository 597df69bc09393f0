import { Desk } from '@renewals/commands';
import { type OrderAlertReason, orderAlertReasons, type OrderId, rfc3339 } from '@renewals/licensing';
import { type OrderAlertRow, OrderAlerts } from '@renewals/projections';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, staff } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { cursorAfter, fillPage, type Page, PageQuery, readCursor } from '../reading/pages';

export class OrderAlertDocument {
  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty({
    enum: orderAlertReasons,
    description: '`no-recipient`: its reminders reach nobody. `no-billing-contact`: nor do its bills and receipts.',
  })
  reason!: OrderAlertReason;

  @ApiProperty({ format: 'date-time' })
  raisedAt!: string;
}

export class OrderAlertsDocument implements Page<OrderAlertDocument> {
  @ApiProperty({ type: [OrderAlertDocument] })
  items!: OrderAlertDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}

/** What sales looks after, so that no order falls silent. */
@ApiTags('orders')
@ApiBearerAuth()
@Controller('order-alerts')
export class OrderAlertsController {
  constructor(
    private readonly alerts: OrderAlerts,
    private readonly desk: Desk,
  ) {}

  @Get()
  @Allow(...staff)
  @ApiOperation({ operationId: 'listOrderAlerts', summary: 'Orders whose mail reaches nobody, the oldest first' })
  @ApiOkResponse({ type: OrderAlertsDocument })
  @Problems()
  async list(@Query() { cursor, limit }: PageQuery, @From() caller: Caller): Promise<OrderAlertsDocument> {
    const begin = readCursor(cursor, 'raisedAt', 'key');
    const start = begin && { raisedAt: Number(begin.raisedAt), key: begin.key };
    const { rows, hasMore } = await fillPage<OrderAlertRow>(
      limit,
      (after) => this.alerts.page(limit + 1, after ?? start),
      (row) => this.isFor(row, caller),
    );
    const last = rows.at(-1);
    return {
      items: rows.map(({ orderId, reason, raisedAt }) => ({ orderId, reason, raisedAt: rfc3339(raisedAt) })),
      ...(hasMore && last && { nextCursor: cursorAfter({ raisedAt: String(last.raisedAt), key: last.key }) }),
    };
  }

  private async isFor({ orderId }: OrderAlertRow, { vendor }: Caller): Promise<boolean> {
    const order = await this.desk.order(orderId as OrderId);
    return order.status === 'placed' && (vendor === undefined || vendor === order.placement.policy);
  }
}
