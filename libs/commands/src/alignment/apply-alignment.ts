import {
  type AlignmentLine,
  alignmentStream,
  type AppliedLine,
  applicationRules,
  applyAlignment,
  enforce,
  type IsoDate,
  Refusal,
  subjectKey,
} from '@renewals/licensing';
import { type Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

export class ApplyAlignment extends Command<Outcome> {
  constructor(
    readonly alignmentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Moves each line of an approved alignment by itself: one that is stale by now fails alone. Cut short at any point, it
 * goes on when it is sent again.
 */
@CommandHandler(ApplyAlignment)
export class ApplyAlignmentHandler implements ICommandHandler<ApplyAlignment> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ alignmentId, context }: ApplyAlignment): Promise<Outcome> {
    const alignment = await this.desk.alignment(alignmentId);
    enforce(applicationRules, alignment, { by: context.actor }, {});
    const { lines: shown, targetDate } = alignment.proposal;
    const lines: AppliedLine[] = [];
    if (alignment.status === 'approved') {
      for (const line of shown) lines.push(await this.move(alignmentId, targetDate, line, context));
    }
    return this.streams.decide(alignmentStream, alignmentId, context, (state) =>
      applyAlignment(state, { lines, by: context.actor }),
    );
  }

  private async move(
    alignmentId: string,
    targetDate: IsoDate,
    { subject, currentExpiresOn }: AlignmentLine,
    context: CommandContext,
  ): Promise<AppliedLine> {
    try {
      await this.subjects
        .of(subject)
        .align(
          { alignmentId, currentExpiresOn, targetDate },
          { now: this.clock.now() },
          step(context, 'align', subjectKey(subject)),
        );
      return { subject, outcome: 'aligned' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { subject, outcome: 'failed', code: error.code, message: error.message };
    }
  }
}
