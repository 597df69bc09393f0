import { type RenewalId, renewalStream, type Subject, subjectKey, withdrawRenewal } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { Subjects } from '../subjects/subjects';

/** Frees the terms of a withdrawn renewal, and those of lines that failed. */
export class ReleaseClaims extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReleaseClaims)
export class ReleaseClaimsHandler implements ICommandHandler<ReleaseClaims> {
  constructor(
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {}

  async execute({ renewalId, context }: ReleaseClaims): Promise<Pick<Outcome, 'wrote'>> {
    const renewal = await this.desk.renewal(renewalId);
    if (renewal.stage === 'unrequested') return { wrote: false };
    const reason = renewal.stage === 'withdrawn' ? renewal.reason : 'failed';
    const lines = renewal.lines.filter(({ progress }) => renewal.stage === 'withdrawn' || progress === 'failed');
    let wrote = false;
    for (const { subject } of lines) {
      const outcome = await this.subjects
        .of(subject)
        .release({ renewalId, reason }, step(context, subjectKey(subject)));
      wrote ||= outcome.wrote;
    }
    return { wrote };
  }
}

/** Ends a claim whose renewal was never requested: whoever opened it died in between. */
export class AbandonClaim extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly subject: Subject,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AbandonClaim)
export class AbandonClaimHandler implements ICommandHandler<AbandonClaim> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {}

  /** The renewal is closed first, so that its request, should it still come, finds it ended. */
  async execute({ renewalId, subject, context }: AbandonClaim): Promise<Pick<Outcome, 'wrote'>> {
    await this.streams.decide(renewalStream, renewalId, step(context, 'withdraw'), (renewal) =>
      withdrawRenewal(renewal, { reason: 'abandoned', by: context.actor }),
    );
    const renewal = await this.desk.renewal(renewalId);
    if (renewal.stage !== 'withdrawn') return { wrote: false };
    return this.subjects.of(subject).release({ renewalId, reason: 'abandoned' }, context);
  }
}
