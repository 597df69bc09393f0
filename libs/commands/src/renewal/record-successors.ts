import {
  completeLine,
  completeRenewal,
  contractTerm,
  failLine,
  type InvoicedRenewal,
  type Line,
  Refusal,
  type RenewalId,
  renewalStream,
  subjectKey,
  type Term,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { Subjects } from '../subjects/subjects';
import { LineRenewal } from './renew-line';

export class RecordSuccessors extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Gives every line of an invoiced renewal its new term, which is recorded at once also when it lies ahead: a license by
 * a successor, maintenance in place. Each line succeeds or fails by itself. Cut short at any point, it goes on when it
 * is sent again.
 */
@CommandHandler(RecordSuccessors)
export class RecordSuccessorsHandler implements ICommandHandler<RecordSuccessors> {
  private readonly lines: LineRenewal;

  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {
    this.lines = new LineRenewal(streams, desk);
  }

  async execute({ renewalId, context }: RecordSuccessors): Promise<Pick<Outcome, 'wrote'>> {
    const renewal = await this.desk.renewal(renewalId);
    if (renewal.stage !== 'invoiced') return { wrote: false };
    for (const line of renewal.lines) {
      if (line.progress !== 'waiting') continue;
      await this.settle(renewalId, renewal, line, step(context, subjectKey(line.subject)));
    }
    return this.streams.decide(renewalStream, renewalId, step(context, 'complete'), (state) =>
      completeRenewal(state, { creditId: derivedId('credit', renewalId), by: context.actor }),
    );
  }

  private async settle(renewalId: RenewalId, renewal: InvoicedRenewal, line: Line, context: CommandContext) {
    const { subject } = line;
    try {
      const term = contractTerm({
        old: await this.oldTerm(line),
        invoicedOn: renewal.invoice.issuedOn,
        lateBasis: renewal.lateBasis,
        graceDays: renewal.request.graceDays,
      });
      const contract = await this.lines.renew({ renewalId, line, term, context });
      await this.streams.decide(renewalStream, renewalId, step(context, 'complete-line'), (state) =>
        completeLine(state, { subject, ...contract, newExpiresOn: term.expiresOn }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message } = error;
      await this.streams.decide(renewalStream, renewalId, step(context, 'fail-line'), (state) =>
        failLine(state, { subject, code, message }),
      );
    }
  }

  private async oldTerm({ subject, currentExpiresOn }: Line): Promise<Term> {
    const renewable = await this.subjects.of(subject).renewable(currentExpiresOn);
    if (renewable) return renewable.term;
    throw new Refusal('LICENSE_NOT_ACTIVATED', 'This license has no term. Activate it in Order > Full License first.');
  }
}
