import {
  changeBillingContact,
  type ContactId,
  noSuchOrder,
  type OrderId,
  orderStream,
  Refusal,
} from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';

export class ChangeBillingContact extends Command<Outcome> {
  constructor(
    readonly orderId: OrderId,
    readonly contactId: ContactId,
    /** As the person typed it, for the answer. */
    readonly address: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeBillingContact)
export class ChangeBillingContactHandler implements ICommandHandler<ChangeBillingContact> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
  ) {}

  async execute({ orderId, contactId, address, context }: ChangeBillingContact): Promise<Outcome> {
    const order = await this.desk.order(orderId);
    if (order.status !== 'placed') throw new Refusal(noSuchOrder.code, noSuchOrder.message);
    const organization = await this.desk.organization(order.placement.organizationId);
    const decision = { organization, policy: this.policies.of(order.placement) };
    return this.streams.decide(orderStream, orderId, context, (current) =>
      changeBillingContact(current, { contactId, address, by: context.actor }, decision),
    );
  }
}
