import {
  billingAgreementStream,
  cancelRecurringBilling,
  type ContactId,
  enableRecurringBilling,
  type LicenseId,
  Refusal,
  resumeRecurringBilling,
  type Term,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk, type LicenseOnDesk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export class EnableRecurringBilling extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly billingContactId: ContactId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EnableRecurringBilling)
export class EnableRecurringBillingHandler implements ICommandHandler<EnableRecurringBilling> {
  constructor(private readonly streams: Streams) {}

  execute({ licenseId, billingContactId, context }: EnableRecurringBilling): Promise<Outcome> {
    return this.streams.decide(billingAgreementStream, licenseId, context, (agreement) =>
      enableRecurringBilling(agreement, { licenseId, billingContactId }),
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
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: CancelRecurringBilling): Promise<Outcome> {
    const found = await this.desk.licenseFor(licenseId, context.actor);
    const decision = {
      now: this.clock.now(),
      policy: this.policies.get(found.license.grant.policy),
      term: termOf(found),
    };
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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: ResumeRecurringBilling): Promise<Outcome> {
    const { zone } = termOf(await this.desk.licenseFor(licenseId, context.actor));
    return this.streams.decide(billingAgreementStream, licenseId, context, (agreement) =>
      resumeRecurringBilling(agreement, { licenseId, by: context.actor }, { now: this.clock.now(), zone }),
    );
  }
}

function termOf({ license }: LicenseOnDesk): Term {
  if ('term' in license && license.term) return license.term;
  throw new Refusal('LICENSE_NOT_ACTIVATED', 'This license has no term. Activate it in Order > Full License first.');
}
