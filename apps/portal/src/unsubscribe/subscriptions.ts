import {
  type CommandContext,
  Desk,
  ResubscribeReminders,
  Streams,
  type Subscribed,
  UnsubscribeFromNewsletter,
  UnsubscribeLinks,
  UnsubscribeReminders,
} from '@renewals/commands';
import { addressStream, isCompanyContact, newsletterOf, type OrderId, Refusal } from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

/** What a mailed link ends, as whoever follows it finds it. Says nothing about the person. */
export type FoundSubscription =
  | {
      readonly kind: 'reminders';
      readonly subscribed: boolean;
      readonly orderId: OrderId;
      /** Who sends them. */
      readonly vendor: string;
    }
  | { readonly kind: 'newsletter'; readonly subscribed: boolean };

type Reminders = Extract<Subscribed, { kind: 'reminders' }>;

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
    const { orderId, contactId } = named;
    const { unsubscribed } = await this.desk.placedOrder(orderId);
    const { vendor } = await this.desk.policyOfOrder(orderId);
    return { kind: 'reminders', subscribed: !unsubscribed.has(contactId), orderId, vendor: vendor.name };
  }

  async end(token: string, via: 'link' | 'one-click', visit: CommandContext): Promise<void> {
    const named = this.namedBy(token);
    if (named.kind === 'newsletter') {
      await this.commands.execute(new UnsubscribeFromNewsletter(named.address, visit));
      return;
    }
    const context = await this.asThePerson(named, visit);
    await this.commands.execute(new UnsubscribeReminders(named.orderId, named.contactId, via, context));
  }

  /** Only for reminders: a newsletter is subscribed to with an address and interests, which the link does not know. */
  async resume(token: string, visit: CommandContext): Promise<void> {
    const named = this.namedBy(token);
    if (named.kind === 'newsletter') throw notByLink();
    const context = await this.asThePerson(named, visit);
    await this.commands.execute(new ResubscribeReminders(named.orderId, named.contactId, context));
  }

  private namedBy(token: string): Subscribed {
    const named = this.links.read(token);
    if (named) return named;
    throw new Refusal(
      'NOT_FOUND',
      'This link is not whole, or was not made here. Follow the one at the end of the mail, all of it.',
    );
  }

  private async asThePerson({ orderId, contactId }: Reminders, visit: CommandContext): Promise<CommandContext> {
    const { resellerId } = (await this.desk.placedOrder(orderId)).placement;
    const isReseller = resellerId && isCompanyContact(await this.desk.organization(resellerId), contactId);
    return { ...visit, actor: { type: isReseller ? 'reseller' : 'customer', id: contactId } };
  }
}

function notByLink(): Refusal {
  return new Refusal('NOT_FOUND', 'The newsletter is not subscribed to by this link. Choose what news you want anew.');
}
