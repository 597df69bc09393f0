import {
  alignmentStream,
  approveAlignment,
  type IsoDate,
  type ShorteningChoice,
  subjectKey,
} from '@renewals/licensing';
import { type Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

export class ApproveAlignment extends Command<Outcome> {
  constructor(
    readonly alignmentId: string,
    readonly choices: readonly ShorteningChoice[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** A customer approves what they see: every line is of an order that they are a contact of. */
@CommandHandler(ApproveAlignment)
export class ApproveAlignmentHandler implements ICommandHandler<ApproveAlignment> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ alignmentId, choices, context }: ApproveAlignment): Promise<Outcome> {
    const { lines } = (await this.desk.alignment(alignmentId)).proposal;
    const expiries = new Map<string, IsoDate>();
    for (const { subject } of lines) {
      await this.desk.licenseFor(subject.id, context.actor);
      const renewable = await this.subjects.of(subject).renewable();
      if (renewable) expiries.set(subjectKey(subject), renewable.term.expiresOn);
    }
    const decision = { now: this.clock.now(), expiries };
    return this.streams.decide(alignmentStream, alignmentId, context, (alignment) =>
      approveAlignment(alignment, { approvedBy: context.actor, choices }, decision),
    );
  }
}
