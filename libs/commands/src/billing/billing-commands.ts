import {
  billingAgreementStream,
  billingContactOf,
  cancelRecurringBilling,
  enableRecurringBilling,
  type LicenseId,
  Refusal,
  type RenewedNext,
  resumeRecurringBilling,
  soldUnder,
  type SoldUnder,
  type Subject,
  type Term,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk, type LicenseOnDesk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

export class EnableRecurringBilling extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EnableRecurringBilling)
export class EnableRecurringBillingHandler implements ICommandHandler<EnableRecurringBilling> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {}

  /** Also before the license is activated, and also when days of its term have passed already. */
  async execute({ licenseId, context }: EnableRecurringBilling): Promise<Outcome> {
    const found = await this.desk.licenseFor(licenseId, context.actor);
    const renews = await renewedNext(found, this.subjects);
    const command = { licenseId, billingContactId: billingContactOf(found.order), ...(renews && { renews }) };
    return this.streams.decide(billingAgreementStream, licenseId, context, (agreement) =>
      enableRecurringBilling(agreement, command, found),
    );
  }
}

export class CancelRecurringBilling extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CancelRecurringBilling)
export class CancelRecurringBillingHandler implements ICommandHandler<CancelRecurringBilling> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: CancelRecurringBilling): Promise<Outcome> {
    const found = await this.desk.licenseFor(licenseId, context.actor);
    const { policy, channel } = found;
    const { term } = await renewedTerm(found, this.subjects);
    const decision = { now: this.clock.now(), policy, channel, term };
    return this.streams.decide(billingAgreementStream, licenseId, context, (agreement) =>
      cancelRecurringBilling(agreement, { licenseId, by: context.actor }, decision),
    );
  }
}

export class ResumeRecurringBilling extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResumeRecurringBilling)
export class ResumeRecurringBillingHandler implements ICommandHandler<ResumeRecurringBilling> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: ResumeRecurringBilling): Promise<Outcome> {
    const found = await this.desk.licenseFor(licenseId, context.actor);
    const term = await renewedTerm(found, this.subjects);
    const decision = { now: this.clock.now(), ...term, soldUnder: soldNow(found) };
    return this.streams.decide(billingAgreementStream, licenseId, context, (agreement) =>
      resumeRecurringBilling(agreement, { licenseId, by: context.actor }, decision),
    );
  }
}

function soldNow({ order, channel, license }: LicenseOnDesk): SoldUnder {
  return soldUnder({ ...license.grant, ...order.policyVersion, channel });
}

async function renewedNext(found: LicenseOnDesk, subjects: Subjects): Promise<RenewedNext | undefined> {
  const subject = subjects.renewedOf(found.license);
  const renewable = await subjects.of(subject).renewable();
  if (!renewable) return undefined;
  const { startsOn, expiresOn, zone } = renewable.term;
  return { subject, term: { startsOn, expiresOn, zone }, ...soldNow(found) };
}

/** What recurring billing renews next. */
async function renewedTerm({ license }: LicenseOnDesk, subjects: Subjects): Promise<{ subject: Subject; term: Term }> {
  const subject = subjects.renewedOf(license);
  const renewable = await subjects.of(subject).renewable();
  if (renewable) return { subject, term: renewable.term };
  throw new Refusal('LICENSE_NOT_ACTIVATED', 'This license has no term. Activate it in Order > Full License first.');
}
