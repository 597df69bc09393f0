import { changeRenewal, type RenewalId, renewalStream, type Subject } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export class ChangeRenewal extends Command<Outcome> {
  constructor(
    readonly renewalId: RenewalId,
    readonly subject: Subject,
    /** From the new term on. */
    readonly quota: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeRenewal)
export class ChangeRenewalHandler implements ICommandHandler<ChangeRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ renewalId, subject, quota, context }: ChangeRenewal): Promise<Outcome> {
    const { policy, channel } = await this.desk.licenseFor(subject.id, context.actor);
    return this.streams.decide(renewalStream, renewalId, context, (renewal) =>
      changeRenewal(renewal, { subject, quota, by: context.actor }, { now: this.clock.now(), policy, channel }),
    );
  }
}
