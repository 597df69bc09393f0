import {
  addContact,
  type ContactId,
  type OrderId,
  orderStream,
  removeContact,
  removeDepartedContact,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

export class AddOrderContact extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly role: 'order' | 'technical',
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
    readonly role: 'order' | 'technical',
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
    const among = await this.desk.reachedBy(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      removeContact(order, { contactId, role, removedBy: context.actor }, among),
    );
  }
}

/** Takes a person who left the company off every list of the order. */
export class RemoveDepartedContact extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RemoveDepartedContact)
export class RemoveDepartedContactHandler implements ICommandHandler<RemoveDepartedContact> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ orderId, contactId, context }: RemoveDepartedContact): Promise<Outcome> {
    const among = await this.desk.reachedBy(orderId);
    return this.streams.decide(orderStream, orderId, context, (order) =>
      removeDepartedContact(order, { contactId, removedBy: context.actor }, among),
    );
  }
}
