import {
  billingAgreementStream,
  billingContactOf,
  completeLine,
  completeRenewal,
  contractTerm,
  enableRecurringBilling,
  failLine,
  type InvoicedRenewal,
  issueSuccessor,
  type LicenseId,
  licenseStream,
  type Line,
  recordRenewed,
  Refusal,
  type RenewalId,
  renewalStream,
  type Term,
} from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';

export class RecordSuccessors extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly renewalId: RenewalId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Gives every line of an invoiced renewal its successor, whose term is recorded at once also when it lies ahead. Each
 * line succeeds or fails by itself. Cut short at any point, it goes on when it is sent again.
 */
@CommandHandler(RecordSuccessors)
export class RecordSuccessorsHandler implements ICommandHandler<RecordSuccessors> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ renewalId, context }: RecordSuccessors): Promise<Pick<Outcome, 'wrote'>> {
    const renewal = await this.desk.renewal(renewalId);
    if (renewal.stage !== 'invoiced') return { wrote: false };
    for (const line of renewal.lines) {
      if (line.progress === 'waiting') await this.settle(renewalId, renewal, line, step(context, line.subject.id));
    }
    return this.streams.decide(renewalStream, renewalId, step(context, 'complete'), (state) =>
      completeRenewal(state, {}),
    );
  }

  private async settle(renewalId: RenewalId, renewal: InvoicedRenewal, line: Line, context: CommandContext) {
    const { subject } = line;
    try {
      const { successorId, term } = await this.renew(renewalId, renewal, line, context);
      await this.streams.decide(renewalStream, renewalId, step(context, 'complete-line'), (state) =>
        completeLine(state, { subject, successorId, newExpiresOn: term.expiresOn }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message } = error;
      await this.streams.decide(renewalStream, renewalId, step(context, 'fail-line'), (state) =>
        failLine(state, { subject, code, message }),
      );
    }
  }

  /** The old license first: only a renewal that still holds its claim gets a successor made. */
  private async renew(
    renewalId: RenewalId,
    { invoice, lateBasis }: InvoicedRenewal,
    line: Line,
    context: CommandContext,
  ) {
    const { id } = line.subject;
    const term = contractTerm({ old: await this.oldTerm(id), invoicedOn: invoice.issuedOn, lateBasis });
    const successorId = derivedId('successor', renewalId, id) as LicenseId;
    const { startsOn, expiresOn: newExpiresOn } = term;
    await this.streams.decide(licenseStream, id, step(context, 'renewed'), (license) =>
      recordRenewed(license, { renewalId, successorId, startsOn, newExpiresOn }),
    );
    const predecessor = await this.desk.license(id);
    await this.streams.decide(licenseStream, successorId, step(context, 'successor'), (license) =>
      issueSuccessor(license, { licenseId: successorId, origin: 'renewal', term, quota: line.quota }, { predecessor }),
    );
    await this.keepBilling(id, successorId, context);
    return { successorId, term };
  }

  /** Recurring billing goes on with the successor: it is the license that is renewed next (L). */
  private async keepBilling(id: LicenseId, successorId: LicenseId, context: CommandContext): Promise<void> {
    const agreement = await this.desk.agreement(id);
    if (agreement.status !== 'on') return;
    const { order } = await this.desk.licenseWithOrder(id);
    await this.streams.decide(billingAgreementStream, successorId, step(context, 'billing'), (state) =>
      enableRecurringBilling(state, { licenseId: successorId, billingContactId: billingContactOf(order) }),
    );
  }

  private async oldTerm(id: LicenseId): Promise<Term> {
    const license = await this.desk.license(id);
    if ('term' in license && license.term) return license.term;
    throw new Refusal('LICENSE_NOT_ACTIVATED', 'This license has no term. Activate it in Order > Full License first.');
  }
}
