import {
  type CommandContext,
  Desk,
  ResubscribeReminders,
  step,
  Streams,
  type Subscribed,
  UnsubscribeFromNewsletter,
  UnsubscribeLinks,
  UnsubscribeReminders,
} from '@renewals/commands';
import {
  addressStream,
  type ContactId,
  isCompanyContact,
  newsletterOf,
  type OrderId,
  Refusal,
} from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

/** What a mailed link ends, as whoever follows it finds it. Says nothing about the person. */
export type FoundSubscription =
  | {
      readonly kind: 'reminders';
      /** To the reminders of any of them. */
      readonly subscribed: boolean;
      readonly orderIds: readonly OrderId[];
      /** Who sends them. */
      readonly vendor: string;
    }
  | { readonly kind: 'newsletter'; readonly subscribed: boolean };

/** What can be ended by a mailed link, whose token is all the proof that is asked for. Each throws `NOT_FOUND`. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly desk: Desk,
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {}

  async find(token: string): Promise<FoundSubscription> {
    const named = this.namedBy(token);
    if (named.kind === 'newsletter') {
      const { state } = await this.streams.read(addressStream, named.address);
      return { kind: 'newsletter', subscribed: newsletterOf(state).subscribed };
    }
    const { orderIds, contactId } = named;
    const orders = await Promise.all(orderIds.map((orderId) => this.desk.placedOrder(orderId)));
    const { vendor } = await this.desk.policyOfOrder(orderIds[0] as OrderId);
    const subscribed = orders.some(({ unsubscribed }) => !unsubscribed.has(contactId));
    return { kind: 'reminders', subscribed, orderIds, vendor: vendor.name };
  }

  async end(token: string, via: 'link' | 'one-click', visit: CommandContext): Promise<void> {
    const named = this.namedBy(token);
    if (named.kind === 'newsletter') {
      await this.commands.execute(new UnsubscribeFromNewsletter(named.address, visit));
      return;
    }
    const { contactId } = named;
    for (const orderId of named.orderIds) {
      const context = await this.asThePerson(orderId, contactId, visit);
      await this.commands.execute(new UnsubscribeReminders(orderId, contactId, via, context));
    }
  }

  /** Only for reminders: a newsletter is subscribed to with an address and interests, which the link does not know. */
  async resume(token: string, visit: CommandContext): Promise<void> {
    const named = this.namedBy(token);
    if (named.kind === 'newsletter') throw notByLink();
    const { contactId } = named;
    for (const orderId of named.orderIds) {
      const context = await this.asThePerson(orderId, contactId, visit);
      await this.commands.execute(new ResubscribeReminders(orderId, contactId, context));
    }
  }

  private namedBy(token: string): Subscribed {
    const named = this.links.read(token);
    if (named) return named;
    throw new Refusal(
      'NOT_FOUND',
      'This link is not whole, or was not made here. Follow the one at the end of the mail, all of it.',
    );
  }

  private async asThePerson(orderId: OrderId, contactId: ContactId, visit: CommandContext): Promise<CommandContext> {
    const { resellerId } = (await this.desk.placedOrder(orderId)).placement;
    const isReseller = resellerId && isCompanyContact(await this.desk.organization(resellerId), contactId);
    return { ...step(visit, orderId), actor: { type: isReseller ? 'reseller' : 'customer', id: contactId } };
  }
}

function notByLink(): Refusal {
  return new Refusal('NOT_FOUND', 'The newsletter is not subscribed to by this link. Choose what news you want anew.');
}
