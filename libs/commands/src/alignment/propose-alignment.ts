import {
  alignmentStream,
  type IsoDate,
  isoDate,
  multiply,
  proposeAlignment,
  Refusal,
  type Shortening,
  type Subject,
  type TermToAlign,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

export interface LineToAlign {
  readonly subject: Subject;
  readonly shortening?: Shortening;
}

export interface AlignmentAnswer extends Outcome {
  readonly alignmentId: string;
}

export class ProposeAlignment extends Command<AlignmentAnswer> {
  constructor(
    readonly targetDate: string,
    readonly lines: readonly LineToAlign[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Shows days and amounts of each line; a line that could not be moved refuses the proposal. */
@CommandHandler(ProposeAlignment)
export class ProposeAlignmentHandler implements ICommandHandler<ProposeAlignment> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ targetDate, lines, context }: ProposeAlignment): Promise<AlignmentAnswer> {
    const alignmentId = derivedId('alignment', context.commandId);
    const date = isoDate(targetDate);
    const { state } = await this.streams.read(alignmentStream, alignmentId);
    // Sent again, it gets its first answer, whatever has become of the terms since.
    const asked = state.status === 'none' ? lines : [];
    const terms: TermToAlign[] = [];
    for (const line of asked) terms.push(await this.term(alignmentId, date, line));
    const outcome = await this.streams.decide(alignmentStream, alignmentId, context, (alignment) =>
      proposeAlignment(alignment, { alignmentId, targetDate: date, terms, proposedBy: context.actor }),
    );
    return { ...outcome, alignmentId };
  }

  private async term(
    alignmentId: string,
    targetDate: IsoDate,
    { subject, shortening }: LineToAlign,
  ): Promise<TermToAlign> {
    const { grant } = (await this.desk.licenseWithOrder(subject.id)).license;
    const stream = this.subjects.of(subject);
    const term = (await stream.renewable())?.term;
    const currentExpiresOn = term?.expiresOn ?? targetDate;
    try {
      await stream.refuseToAlign({ alignmentId, currentExpiresOn, targetDate }, { now: this.clock.now() });
    } catch (error) {
      throw error instanceof Refusal ? ofLine(subject, error) : error;
    }
    if (!term) throw ofLine(subject, new Refusal('LICENSE_NOT_ACTIVATED', 'It has no term. Activate it first.'));
    const price = multiply(stream.unitPrice(grant), grant.quota);
    const { organizationId, policy } = grant;
    return { subject, term, price, organizationId, policy, ...(shortening && { shortening }) };
  }
}

function ofLine({ kind, id }: Subject, { code, message }: Refusal): Refusal {
  return new Refusal(code, `The ${kind} ${id} is not aligned. ${message}`);
}
