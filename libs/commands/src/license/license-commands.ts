import {
  activateLicense,
  addedQuotaTerm,
  addQuota,
  extendTrial,
  issueLicense,
  type IssueLicense as Grant,
  issueSuccessor,
  type LicenseId,
  licenseStream,
  terminateLicense,
  type IsoDate,
  type Zone,
} from '@renewals/licensing';
import { type Clock, derivedId } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, step } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';

export class IssueLicense extends Command<Outcome> {
  constructor(
    readonly grant: Grant,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueLicense)
export class IssueLicenseHandler implements ICommandHandler<IssueLicense> {
  constructor(private readonly streams: Streams) {}

  execute({ grant, context }: IssueLicense): Promise<Outcome> {
    return this.streams.decide(licenseStream, grant.licenseId, context, (license) => issueLicense(license, grant));
  }
}

export class ActivateLicense extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The term's zone is the organization's, copied for good. */
@CommandHandler(ActivateLicense)
export class ActivateLicenseHandler implements ICommandHandler<ActivateLicense> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: ActivateLicense): Promise<Outcome> {
    const { license, organization } = await this.desk.licenseFor(licenseId, context.actor);
    const policy = this.policies.get(license.grant.policy);
    const zone: Zone = organization.status === 'registered' ? organization.registration.zone : policy.vendor.zone;
    return this.streams.decide(licenseStream, licenseId, context, (state) =>
      activateLicense(state, { zone }, { now: this.clock.now(), policy }),
    );
  }
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
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: ExtendTrial): Promise<Outcome> {
    const { license } = await this.desk.licenseFor(licenseId, context.actor);
    const policy = this.policies.get(license.grant.policy);
    return this.streams.decide(licenseStream, licenseId, context, (state) =>
      extendTrial(state, { requestedBy: context.actor }, { now: this.clock.now(), policy }),
    );
  }
}

export class AddQuota extends Command<Outcome> {
  constructor(
    readonly licenseId: LicenseId,
    readonly quantity: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Recorded on the parent first; the license of the added quota is made from it, again if need be (P). */
@CommandHandler(AddQuota)
export class AddQuotaHandler implements ICommandHandler<AddQuota> {
  constructor(
    private readonly streams: Streams,
    private readonly desk: Desk,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, quantity, context }: AddQuota): Promise<Outcome> {
    const { license } = await this.desk.licenseFor(licenseId, context.actor);
    const decision = { now: this.clock.now(), policy: this.policies.get(license.grant.policy) };
    const newLicenseId = derivedId('added-quota', context.commandId) as LicenseId;
    const outcome = await this.streams.decide(licenseStream, licenseId, context, (parent) =>
      addQuota(parent, { newLicenseId, quantity, requestedBy: context.actor }, decision),
    );
    const parent = await this.desk.license(licenseId);
    if (!('term' in parent) || !parent.term) return outcome;
    const term = addedQuotaTerm(parent.term, decision);
    await this.streams.decide(licenseStream, newLicenseId, step(context, 'license'), (state) =>
      issueSuccessor(
        state,
        { licenseId: newLicenseId, origin: 'add-quota', term, quota: quantity },
        { predecessor: parent },
      ),
    );
    return outcome;
  }
}

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
