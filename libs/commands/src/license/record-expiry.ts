import { type LicenseId, licenseStream, recordExpiry, renewalStream, withdrawRenewal } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

/** Records that a term is over. */
export class RecordExpiry extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordExpiry)
export class RecordExpiryHandler implements ICommandHandler<RecordExpiry> {
  constructor(
    private readonly streams: Streams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ licenseId, context }: RecordExpiry): Promise<Outcome> {
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      recordExpiry(license, {}, { now: this.clock.now() }),
    );
  }
}

/** Ends the renewal that an expired license waits for, unless it was approved (domain: expiry against an open renewal). */
export class WithdrawExpiredRenewal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
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
  ) {}

  async execute({ licenseId, context }: WithdrawExpiredRenewal): Promise<Pick<Outcome, 'wrote'>> {
    const license = await this.desk.license(licenseId);
    const claim = 'claim' in license ? license.claim : undefined;
    if (!claim) return { wrote: false };
    return this.streams.decide(renewalStream, claim.renewalId, context, (renewal) =>
      withdrawRenewal(renewal, { reason: 'expired', by: context.actor }),
    );
  }
}
