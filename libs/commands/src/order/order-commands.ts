import {
  addContact,
  type ContactId,
  type ContactRole,
  type OrderId,
  orderStream,
  placeOrder,
  type PlaceOrder as Placement,
  removeContact,
  unsubscribeReminders,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';

export class PlaceOrder extends Command<Outcome> {
  constructor(
    readonly order: Omit<Placement['placement'], 'policyHash'>,
    readonly policy: string,
    /** Who starts on the order's list. */
    readonly contacts: readonly ContactId[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The order keeps the policy, and its hash, under which it was placed. */
@CommandHandler(PlaceOrder)
export class PlaceOrderHandler implements ICommandHandler<PlaceOrder> {
  constructor(
    private readonly streams: Streams,
    private readonly policies: Policies,
  ) {}

  execute({ order, policy, contacts, context }: PlaceOrder): Promise<Outcome> {
    const placement = { ...order, policyHash: this.policies.hashOf(policy) };
    return this.streams.decide(orderStream, order.orderId, context, (state) =>
      placeOrder(state, { placement, contacts, by: context.actor }, { policy: this.policies.get(policy) }),
    );
  }
}

export class AddOrderContact extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly role: ContactRole,
    /** As the person typed it, for the answer. */
    readonly address: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AddOrderContact)
export class AddOrderContactHandler implements ICommandHandler<AddOrderContact> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, contactId, role, address, context }: AddOrderContact): Promise<Outcome> {
    const organization = await this.desk.organizationOf(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      addContact(order, { contactId, role, address, addedBy: context.actor }, { organization }),
    );
  }
}

export class RemoveOrderContact extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly role: ContactRole,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RemoveOrderContact)
export class RemoveOrderContactHandler implements ICommandHandler<RemoveOrderContact> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, contactId, role, context }: RemoveOrderContact): Promise<Outcome> {
    const organization = await this.desk.organizationOf(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      removeContact(order, { contactId, role, removedBy: context.actor }, { organization }),
    );
  }
}

export class UnsubscribeReminders extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly via: 'link' | 'one-click' | 'contact' | 'bounce',
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnsubscribeReminders)
export class UnsubscribeRemindersHandler implements ICommandHandler<UnsubscribeReminders> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, contactId, via, context }: UnsubscribeReminders): Promise<Outcome> {
    return this.streams.decide(orderStream, orderId, context, (order) =>
      unsubscribeReminders(order, { contactId, via }),
    );
  }
}
