import {
  type ContactId,
  type OrderId,
  orderStream,
  resubscribeReminders,
  unsubscribeReminders,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

export class UnsubscribeReminders extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly via: 'link' | 'one-click' | 'contact',
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnsubscribeReminders)
export class UnsubscribeRemindersHandler implements ICommandHandler<UnsubscribeReminders> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, contactId, via, context }: UnsubscribeReminders): Promise<Outcome> {
    const among = await this.desk.reachedBy(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      unsubscribeReminders(order, { contactId, via }, among),
    );
  }
}

export class ResubscribeReminders extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResubscribeReminders)
export class ResubscribeRemindersHandler implements ICommandHandler<ResubscribeReminders> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, contactId, context }: ResubscribeReminders): Promise<Outcome> {
    const organization = await this.desk.organizationOf(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      resubscribeReminders(order, { contactId }, { organization }),
    );
  }
}
