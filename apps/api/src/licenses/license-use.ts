import { CLOCK, type LicenseOnDesk, LicenseKeys, Streams } from '@renewals/commands';
import { maintenanceStream, type UpgradeEligibility, upgradeEligibility } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { LicenseKeyDocument } from './answers';

/** What one has of a license beside its term: read from the streams, as of now. */
@Injectable()
export class LicenseUse {
  constructor(
    private readonly streams: Streams,
    private readonly keys: LicenseKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async upgradeEligibility({ license }: LicenseOnDesk): Promise<UpgradeEligibility> {
    const { state: maintenance } = await this.streams.read(maintenanceStream, license.grant.licenseId);
    const terms = maintenance.status === 'none' ? [] : [...maintenance.earlier, maintenance.term];
    return upgradeEligibility(license, terms, this.clock.now());
  }

  /** Of a classic license, once it was generated. */
  key({ license: { grant, keyFingerprint: fingerprint } }: LicenseOnDesk): LicenseKeyDocument | undefined {
    return fingerprint === undefined ? undefined : { key: this.keys.keyOf(grant.licenseId), fingerprint };
  }
}
