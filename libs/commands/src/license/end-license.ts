import {
  type IsoDate,
  type LicenseId,
  licenseStream,
  reactivateLicense,
  type RenewalId,
  renewalStream,
  terminateLicense,
  withdrawRenewal,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

export class TerminateLicense extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly on: IsoDate,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(TerminateLicense)
export class TerminateLicenseHandler implements ICommandHandler<TerminateLicense> {
  constructor(private readonly streams: Streams) {}

  execute({ licenseId, on, reason, context }: TerminateLicense): Promise<Outcome> {
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      terminateLicense(license, { on, reason, by: context.actor }),
    );
  }
}

/** Ends a renewal, of licenses or of their maintenance, all of whose licenses were terminated. Where others are left, the line fails by itself. */
export class WithdrawTerminatedRenewal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawTerminatedRenewal)
export class WithdrawTerminatedRenewalHandler implements ICommandHandler<WithdrawTerminatedRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {}

  async execute({ licenseId, context }: WithdrawTerminatedRenewal): Promise<Pick<Outcome, 'wrote'>> {
    const license = await this.desk.license(licenseId);
    if (license.status !== 'terminated') return { wrote: false };
    const claim = await this.subjects.of(this.subjects.renewedOf(license)).claim();
    if (!claim || !(await this.isPointless(claim.renewalId))) return { wrote: false };
    return this.streams.decide(renewalStream, claim.renewalId, context, (renewal) =>
      withdrawRenewal(renewal, { reason: 'terminated', by: context.actor }),
    );
  }

  private async isPointless(renewalId: RenewalId): Promise<boolean> {
    const renewal = await this.desk.renewal(renewalId);
    if (!('lines' in renewal)) return false;
    for (const { subject } of renewal.lines) {
      if ((await this.desk.license(subject.id)).status !== 'terminated') return false;
    }
    return true;
  }
}

/** Opens an expired license again. */
export class ReactivateLicense extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly until: IsoDate,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReactivateLicense)
export class ReactivateLicenseHandler implements ICommandHandler<ReactivateLicense> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, until, reason, context }: ReactivateLicense): Promise<Outcome> {
    const { policy } = await this.desk.licenseFor(licenseId, context.actor);
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      reactivateLicense(license, { until, reason, by: context.actor }, { now: this.clock.now(), policy }),
    );
  }
}
