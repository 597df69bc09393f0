import { addQuota, issueSuccessor, type LicenseId, licenseStream, type PaymentMethod } from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export interface AddedQuota extends Outcome {
  /** Of the license that carries the added quota; it is issued right after. */
  readonly newLicenseId: LicenseId;
}

export class AddQuota extends Command<AddedQuota> {
  constructor(
    readonly licenseId: LicenseId,
    readonly quantity: number,
    readonly context: CommandContext,
    /** Default: that of the order. */
    readonly paymentMethod?: PaymentMethod,
  ) {
    super();
  }
}

@CommandHandler(AddQuota)
export class AddQuotaHandler implements ICommandHandler<AddQuota> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, quantity, context, ...checkout }: AddQuota): Promise<AddedQuota> {
    const { order, policy, channel } = await this.desk.licenseFor(licenseId, context.actor);
    const newLicenseId = derivedId('added-quota', context.commandId) as LicenseId;
    const paymentMethod = checkout.paymentMethod ?? order.placement.paymentMethod;
    const outcome = await this.streams.decide(licenseStream, licenseId, context, (license) =>
      addQuota(
        license,
        { newLicenseId, quantity, paymentMethod, requestedBy: context.actor },
        { now: this.clock.now(), policy, channel },
      ),
    );
    return { ...outcome, newLicenseId };
  }
}

/** Makes the license that carries added quota. */
export class IssueAddedQuota extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    /** The license that the quota was added to. */
    readonly licenseId: LicenseId,
    readonly newLicenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueAddedQuota)
export class IssueAddedQuotaHandler implements ICommandHandler<IssueAddedQuota> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, newLicenseId, context }: IssueAddedQuota): Promise<Pick<Outcome, 'wrote'>> {
    const predecessor = await this.desk.license(licenseId);
    const addition = 'additions' in predecessor ? predecessor.additions?.get(newLicenseId) : undefined;
    if (!addition || predecessor.status === 'terminated') return { wrote: false };
    const { term, quantity: quota } = addition;
    return this.streams.decide(licenseStream, newLicenseId, context, (license) =>
      issueSuccessor(license, { licenseId: newLicenseId, origin: 'add-quota', term, quota }, { predecessor }),
    );
  }
}
