import { isInTime, renewalStream, type Subject, withdrawRenewal } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

/** Records that a term is over. */
export class RecordExpiry extends Command<Outcome> {
  constructor(
    readonly subject: Subject,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordExpiry)
export class RecordExpiryHandler implements ICommandHandler<RecordExpiry> {
  constructor(
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ subject, context }: RecordExpiry): Promise<Outcome> {
    return this.subjects.of(subject).recordEnd({ now: this.clock.now() }, context);
  }
}

/** Ends the renewal that an expired term waits for, unless it was approved (domain: expiry against an open renewal). */
export class WithdrawExpiredRenewal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly subject: Subject,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawExpiredRenewal)
export class WithdrawExpiredRenewalHandler implements ICommandHandler<WithdrawExpiredRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ subject, context }: WithdrawExpiredRenewal): Promise<Pick<Outcome, 'wrote'>> {
    const claim = await this.subjects.of(subject).claim();
    if (!claim || isInTime(await this.desk.renewal(claim.renewalId), this.clock.now())) return { wrote: false };
    return this.streams.decide(renewalStream, claim.renewalId, context, (renewal) =>
      withdrawRenewal(renewal, { reason: 'expired', by: context.actor }),
    );
  }
}
