import { alertOfUnreadBill, type OrderId, orderStream, resolveUnreadBill } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** A bill or receipt of the order is due: sales is alerted when nobody is there to get it. */
export class AlertOfUnreadBill extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly orderId: OrderId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AlertOfUnreadBill)
export class AlertOfUnreadBillHandler implements ICommandHandler<AlertOfUnreadBill> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, context }: AlertOfUnreadBill): Promise<Pick<Outcome, 'wrote'>> {
    const among = await this.desk.billedFor(await this.desk.placedOrder(orderId));
    return this.streams.decide(orderStream, orderId, context, (order) => alertOfUnreadBill(order, among));
  }
}

/** Somebody may get the bills of the order again. */
export class ResolveUnreadBill extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly orderId: OrderId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResolveUnreadBill)
export class ResolveUnreadBillHandler implements ICommandHandler<ResolveUnreadBill> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, context }: ResolveUnreadBill): Promise<Pick<Outcome, 'wrote'>> {
    const among = await this.desk.billedFor(await this.desk.placedOrder(orderId));
    return this.streams.decide(orderStream, orderId, context, (order) => resolveUnreadBill(order, among));
  }
}
