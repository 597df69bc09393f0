import {
  type Channel,
  type ContactId,
  convertTrial,
  type Delivery,
  extendTrial,
  type LicenseId,
  licenseStream,
  type OrganizationId,
  orderStream,
  placeTrialOrder,
  type Policy,
  requestTrial,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { licenseOfLine, trialOrder } from '../order/provisioned-licenses';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export interface WantedTrial {
  readonly organizationId: OrganizationId;
  /** Who is to try it, and to see it. */
  readonly contactId: ContactId;
  readonly policy: string;
  readonly product: string;
  readonly delivery: Delivery;
}

export interface RequestedTrial extends Outcome {
  /** Issued right after, and then to be activated. */
  readonly licenseId: LicenseId;
}

export class RequestTrial extends Command<RequestedTrial> {
  constructor(
    readonly trial: WantedTrial,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestTrial)
export class RequestTrialHandler implements ICommandHandler<RequestTrial> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
  ) {}

  async execute({ trial, context }: RequestTrial): Promise<RequestedTrial> {
    const policy = this.policies.get(trial.policy);
    const organization = await this.desk.organization(trial.organizationId);
    const orderId = trialOrder(trial.policy, trial.organizationId, trial.product);
    const licenseId = licenseOfLine(orderId, 0);
    const outcome = await this.streams.decide(licenseStream, licenseId, context, (license) =>
      requestTrial(license, { ...trial, licenseId, orderId, requestedBy: context.actor }, { organization, policy }),
    );
    return { ...outcome, licenseId };
  }
}

/** Gives a requested trial its order, whose one line is then provisioned like any other. */
export class PlaceTrialOrder extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PlaceTrialOrder)
export class PlaceTrialOrderHandler implements ICommandHandler<PlaceTrialOrder> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
  ) {}

  async execute({ licenseId, context }: PlaceTrialOrder): Promise<Pick<Outcome, 'wrote'>> {
    const license = await this.desk.license(licenseId);
    const request = license.status === 'unissued' ? license.trialRequest : undefined;
    if (!request) return { wrote: false };
    const policy = this.policies.get(request.policy);
    const { period, quota } = policy.trial;
    const terms = { policyHash: this.policies.hashOf(policy.id), channel: firstChannelOf(policy), period, quota };
    return this.streams.decide(orderStream, request.orderId, context, (order) =>
      placeTrialOrder(order, { request, terms }),
    );
  }
}

/** A trial is not sold; what differs by channel holds for it as it does where the vendor sells first. */
function firstChannelOf({ channels, importChannel }: Policy): Channel {
  const [first = importChannel] = Object.keys(channels) as Channel[];
  return first;
}

export class ExtendTrial extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ExtendTrial)
export class ExtendTrialHandler implements ICommandHandler<ExtendTrial> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: ExtendTrial): Promise<Outcome> {
    const { policy } = await this.desk.licenseFor(licenseId, context.actor);
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      extendTrial(license, { requestedBy: context.actor }, { now: this.clock.now(), policy }),
    );
  }
}

/** Ends the trial that a license was bought for, now that this one has started. */
export class ConvertTrial extends Command<Pick<Outcome, 'wrote'>> {
  constructor(
    /** The license that was bought. */
    readonly licenseId: LicenseId,
    readonly trialId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConvertTrial)
export class ConvertTrialHandler implements ICommandHandler<ConvertTrial> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
  ) {}

  async execute({ licenseId, trialId, context }: ConvertTrial): Promise<Pick<Outcome, 'wrote'>> {
    const bought = await this.desk.license(licenseId);
    if (!('grant' in bought) || !bought.meter) return { wrote: false };
    const conversion = { newLicenseId: licenseId, orderId: bought.grant.orderId, on: bought.meter.since };
    return this.streams.decide(licenseStream, trialId, context, (trial) => convertTrial(trial, conversion));
  }
}
