import { type LicenseId, renewalStream, withdrawRenewal } from '@renewals/licensing';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { Subjects } from '../subjects/subjects';

/** Ends the renewal that recurring billing opened, once that is cancelled and unless it was approved (L). */
export class WithdrawAutomaticRenewal extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawAutomaticRenewal)
export class WithdrawAutomaticRenewalHandler implements ICommandHandler<WithdrawAutomaticRenewal> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
  ) {}

  async execute({ licenseId, context }: WithdrawAutomaticRenewal): Promise<Pick<Outcome, 'wrote'>> {
    const agreement = await this.desk.agreement(licenseId);
    if (agreement.status === 'on') return { wrote: false };
    const { license } = await this.desk.licenseWithOrder(licenseId);
    const claim = await this.subjects.of(this.subjects.renewedOf(license)).claim();
    if (!claim) return { wrote: false };
    return this.streams.decide(renewalStream, claim.renewalId, context, (renewal) =>
      withdrawRenewal(renewal, { reason: 'cancelled', by: context.actor }),
    );
  }
}
