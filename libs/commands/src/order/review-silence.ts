import { type ContactId, type OrderId, orderStream, reviewSilence } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

/** Mail to a contact of the order does not arrive any more, or does again. */
export class ReviewSilence extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviewSilence)
export class ReviewSilenceHandler implements ICommandHandler<ReviewSilence> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, contactId, context }: ReviewSilence): Promise<Outcome> {
    const among = await this.desk.reachedBy(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) => reviewSilence(order, { contactId }, among));
  }
}
