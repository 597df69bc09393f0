import {
  firstLine,
  isOpen,
  type Renewal,
  type RenewalId,
  renewalStream,
  type RenewalWithdrawn,
  withdrawByCustomer,
  withdrawRenewal,
  type WithdrawalReason,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export class WithdrawRenewal extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly reason: WithdrawalReason,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawRenewal)
export class WithdrawRenewalHandler implements ICommandHandler<WithdrawRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, reason, context }: WithdrawRenewal): Promise<Outcome> {
    const withdrawal = { reason, by: context.actor };
    const decide =
      context.actor.type === 'customer'
        ? await this.forCustomer(renewalId, withdrawal)
        : (renewal: Renewal) => withdrawRenewal(renewal, withdrawal);
    return this.streams.decide(renewalStream, renewalId, context, decide);
  }

  /** The cut-off is that of the order whose license comes first. */
  private async forCustomer(renewalId: RenewalId, withdrawal: RenewalWithdrawn['data']) {
    const renewal = await this.desk.renewalFor(renewalId, withdrawal.by);
    if (!isOpen(renewal)) return (state: Renewal) => withdrawRenewal(state, withdrawal);
    const { policy, channel } = await this.desk.licenseFor(firstLine(renewal).subject.id, withdrawal.by);
    const decision = { now: this.clock.now(), policy, channel };
    return (state: Renewal) => withdrawByCustomer(state, withdrawal, decision);
  }
}
