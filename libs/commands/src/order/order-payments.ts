import {
  type OrderId,
  orderStream,
  recordOrderPayment,
  type RecordOrderPayment as Payment,
  reverseOrderPayment,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export interface RecordedPayment extends Outcome {
  readonly paymentId: string;
}

/** Money came in for an order. */
export class RecordOrderPayment extends Command<RecordedPayment> {
  constructor(
    readonly orderId: OrderId,
    readonly payment: Omit<Payment, 'paymentId' | 'recordedBy'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordOrderPayment)
export class RecordOrderPaymentHandler implements ICommandHandler<RecordOrderPayment> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ orderId, payment, context }: RecordOrderPayment): Promise<RecordedPayment> {
    const policy = await this.desk.policyOfOrder(orderId);
    const paymentId = derivedId('order payment', context.commandId);
    const outcome = await this.streams.decide(orderStream, orderId, context, (order) =>
      recordOrderPayment(
        order,
        { ...payment, paymentId, recordedBy: context.actor },
        { now: this.clock.now(), policy },
      ),
    );
    return { ...outcome, paymentId };
  }
}

/** A payment bounced, or was charged back. */
export class ReverseOrderPayment extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly paymentId: string,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReverseOrderPayment)
export class ReverseOrderPaymentHandler implements ICommandHandler<ReverseOrderPayment> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, paymentId, reason, context }: ReverseOrderPayment): Promise<Outcome> {
    const policy = await this.desk.policyOfOrder(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      reverseOrderPayment(order, { paymentId, reason, recordedBy: context.actor }, { policy }),
    );
  }
}
