import { openReversalTask, type RenewalId, salesTaskStream } from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

/** A payment bounced while the contract runs. */
export class FollowUpReversal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly paymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FollowUpReversal)
export class FollowUpReversalHandler implements ICommandHandler<FollowUpReversal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, paymentId, context }: FollowUpReversal): Promise<Pick<Outcome, 'wrote'>> {
    const renewal = await this.desk.renewal(renewalId);
    const [line] = renewal.stage === 'unrequested' ? [] : renewal.lines;
    if (!line) return { wrote: false };
    const { license, channel } = await this.desk.licenseWithOrder(line.subject.id);
    const { policy, orderId, organizationId } = license.grant;
    const sold = { policy, channel, orderId, organizationId, zone: line.zone };
    const taskId = derivedId('sales-task', 'payment-reversed', renewalId, paymentId);
    return this.streams.decide(salesTaskStream, taskId, context, (task) =>
      openReversalTask(task, { taskId, renewalId, paymentId }, { now: this.clock.now(), ...sold }),
    );
  }
}
