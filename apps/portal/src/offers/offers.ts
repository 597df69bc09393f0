import { CLOCK, Desk, type LicenseOnDesk, Subjects } from '@renewals/commands';
import {
  addDays,
  addQuota,
  cancelRecurringBilling,
  extendTrial,
  type IsoDate,
  type LicenseId,
  localDate,
  reactivateLicense,
  Refusal,
  type RenewalId,
  type Subject,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../../../api/src/identity/caller';
import { sourceFor } from '../../../api/src/renewals/source';

/** Why something is not offered; nothing where it is. */
export interface Refusals {
  readonly renew: Refusal | undefined;
  readonly addQuota: Refusal | undefined;
  readonly extendTrial: Refusal | undefined;
  readonly reactivate: Refusal | undefined;
  readonly cancelRecurringBilling: Refusal | undefined;
}

/** Asks the very decisions that the buttons lead to, so that no button is shown which would refuse. */
@Injectable()
export class Offers {
  constructor(
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async refusals(found: LicenseOnDesk, caller: Caller): Promise<Refusals> {
    const { license, policy } = found;
    const by = actorOf(caller);
    const decision = { ...found, now: this.clock.now() };
    const quota = { newLicenseId: 'asked-only' as LicenseId, quantity: 1, requestedBy: by };
    // Two days, so that it lies ahead in every zone.
    const until = addDays(localDate(decision.now, policy.vendor.zone), 2);
    const reactivation = { until, reason: 'asked only', by };
    return {
      renew: await this.refusalToRenewNow(found, caller),
      addQuota: await refusalOf(() => addQuota(license, quota, decision)),
      extendTrial: await refusalOf(() => extendTrial(license, { requestedBy: by }, decision)),
      reactivate: await refusalOf(() => reactivateLicense(license, reactivation, decision)),
      cancelRecurringBilling: await this.refusalToCancel(found, caller),
    };
  }

  /** Of the term that ends on that day. */
  refusalToRenew(
    subject: Subject,
    currentExpiresOn: IsoDate,
    found: LicenseOnDesk,
    caller: Caller,
  ): Promise<Refusal | undefined> {
    const command = {
      renewalId: 'asked-only' as RenewalId,
      currentExpiresOn,
      source: sourceFor(caller, 1),
      requestedBy: actorOf(caller),
    };
    return refusalOf(() => this.subjects.of(subject).refuseToOpen(command, { ...found, now: this.clock.now() }));
  }

  private async refusalToRenewNow(found: LicenseOnDesk, caller: Caller): Promise<Refusal | undefined> {
    const subject = this.subjects.renewedOf(found.license);
    const renewable = await this.subjects.of(subject).renewable();
    return renewable && this.refusalToRenew(subject, renewable.term.expiresOn, found, caller);
  }

  private async refusalToCancel(found: LicenseOnDesk, caller: Caller): Promise<Refusal | undefined> {
    const { license } = found;
    const { licenseId } = license.grant;
    const renewable = await this.subjects.of(this.subjects.renewedOf(license)).renewable();
    if (!renewable) return undefined;
    const agreement = await this.desk.agreement(licenseId);
    const decision = { ...found, now: this.clock.now(), term: renewable.term };
    return refusalOf(() => cancelRecurringBilling(agreement, { licenseId, by: actorOf(caller) }, decision));
  }
}

async function refusalOf(decide: () => unknown): Promise<Refusal | undefined> {
  try {
    await decide();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
