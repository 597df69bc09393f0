import { activateLicense, type LicenseId, licenseStream, type Zone } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../runtime/context';
import { Desk } from '../runtime/desk';
import { type Outcome, Streams } from '../runtime/streams';
import { CLOCK } from '../runtime/tokens';
import { handshakeCodeOf } from './handshake-codes';
import { LicenseKeys } from './license-keys';

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
    private readonly keys: LicenseKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ licenseId, context }: ActivateLicense): Promise<Outcome> {
    const { organization, policy } = await this.desk.licenseFor(licenseId, context.actor);
    const zone: Zone = organization.status === 'registered' ? organization.registration.zone : policy.vendor.zone;
    const activation = {
      zone,
      handshakeCode: handshakeCodeOf(licenseId),
      keyFingerprint: this.keys.fingerprintOf(licenseId),
    };
    return this.streams.decide(licenseStream, licenseId, context, (license) =>
      activateLicense(license, activation, { now: this.clock.now(), policy }),
    );
  }
}
