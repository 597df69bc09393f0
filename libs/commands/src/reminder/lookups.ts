import type { Audience, LicenseId, Situation } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Desk, type LicenseOnDesk } from '../runtime/desk';
import { Policies } from '../runtime/policies';
import { CLOCK } from '../runtime/tokens';

/** What a decision about reminders looks up, from the streams and never from a view. */
@Injectable()
export class ReminderLookups {
  constructor(
    private readonly desk: Desk,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether the expiry is still to be reminded of, and of whom. */
  async situationOf(licenseId: LicenseId): Promise<Situation & Audience & LicenseOnDesk> {
    const found = await this.desk.licenseWithOrder(licenseId);
    const { license, order } = found;
    const { resellerId } = order.placement;
    const claim = 'claim' in license ? license.claim : undefined;
    return {
      ...found,
      now: this.clock.now(),
      policy: this.policies.get(license.grant.policy),
      agreement: await this.desk.agreement(licenseId),
      ...(claim && { renewalStage: (await this.desk.renewal(claim.renewalId)).stage }),
      ...(resellerId && { reseller: await this.desk.organization(resellerId) }),
    };
  }
}
