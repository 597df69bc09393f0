import {
  type ContactId,
  instantAt,
  orderStream,
  placeOrder,
  type PlaceOrder as Placement,
  type Policy,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

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
    private readonly desk: Desk,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ order, policy: policyId, contacts, context }: PlaceOrder): Promise<Outcome> {
    const policy = this.policies.get(policyId);
    const placement = { ...order, policyHash: this.policies.hashOf(policyId) };
    const decision = { ...(await this.namedBy(order)), now: this.clock.now(), policy };
    return this.streams.decide(orderStream, order.orderId, asOrdered(order, policy, context), (state) =>
      placeOrder(state, { placement, contacts, by: context.actor }, decision),
    );
  }

  private async namedBy({ organizationId, resellerId, lines }: PlaceOrder['order']) {
    const trials = lines.flatMap(({ convertsTrial }) => convertsTrial ?? []);
    return {
      organization: await this.desk.organization(organizationId),
      ...(resellerId && { reseller: await this.desk.organization(resellerId) }),
      trials: new Map(await Promise.all(trials.map(async (id) => [id, await this.desk.license(id)] as const))),
    };
  }
}

/** An order that people recorded days later was true on its own day, at noon. */
function asOrdered({ placedOn }: PlaceOrder['order'], { vendor }: Policy, context: CommandContext): CommandContext {
  return placedOn === undefined ? context : { ...context, occurredAt: instantAt(placedOn, 12, vendor.zone) };
}
