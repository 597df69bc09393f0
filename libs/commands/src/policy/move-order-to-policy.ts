import { moveOrderToPolicy, type OrderId, orderStream, type PolicyVersion, Refusal } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';

export interface MoveAnswer extends Outcome, PolicyVersion {}

export class MoveOrderToPolicy extends Command<MoveAnswer> {
  constructor(
    readonly orderId: OrderId,
    /** Of a version on record; left out, the one that new orders get. */
    readonly policyHash: string | undefined,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The order is moved at once; what was bought with it follows by itself. */
@CommandHandler(MoveOrderToPolicy)
export class MoveOrderToPolicyHandler implements ICommandHandler<MoveOrderToPolicy> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
  ) {}

  async execute({ orderId, policyHash, reason, context }: MoveOrderToPolicy): Promise<MoveAnswer> {
    const to = this.versionFor(await this.desk.placedOrder(orderId), policyHash);
    const outcome = await this.streams.decide(orderStream, orderId, context, (order) =>
      moveOrderToPolicy(order, { to, by: context.actor, reason }, { target: this.policies.of(to) }),
    );
    return { ...outcome, ...to };
  }

  private versionFor(
    { policyVersion: { policy } }: { readonly policyVersion: PolicyVersion },
    policyHash = this.policies.hashOf(policy),
  ): PolicyVersion {
    const found = this.policies.versions.find((version) => version.policyHash === policyHash);
    if (found) return found;
    throw new Refusal(
      'NOT_FOUND',
      `No version ${policyHash} of the policy ${policy} is on record. See those that are: GET /policies, or renewals policies.`,
    );
  }
}
