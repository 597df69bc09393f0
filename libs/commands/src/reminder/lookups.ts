import {
  type Actor,
  type Audience,
  type ContactId,
  type IsoDate,
  type Money,
  multiply,
  Refusal,
  type RenewalId,
  type Situation,
  type Subject,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Desk, type LicenseOnDesk } from '../runtime/desk';
import { CLOCK } from '../runtime/tokens';
import { Subjects } from '../subjects/subjects';

/** One expiry of one subject. */
export interface Expiry {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
}

/** What a decision about reminders looks up, from the streams and never from a view. */
@Injectable()
export class ReminderLookups {
  constructor(
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether the expiry is still to be reminded of, and of whom. */
  async situationOf({ subject, expiresOn }: Expiry): Promise<Situation & Audience & LicenseOnDesk> {
    const found = await this.desk.licenseWithOrder(subject.id);
    const { resellerId } = found.order.placement;
    const renewable = await this.subjects.of(subject).renewable(expiresOn);
    const claim = renewable?.claim;
    return {
      ...found,
      now: this.clock.now(),
      ...(renewable && { renewable }),
      agreement: await this.desk.agreement(subject.id),
      ...(claim && { renewalStage: (await this.desk.renewal(claim.renewalId)).stage }),
      ...(resellerId && { reseller: await this.desk.organization(resellerId) }),
    };
  }

  /** Why the contact could not open the renewal in the portal right now; nothing when that would work. */
  async refusalToRenew({ subject, expiresOn }: Expiry, contactId: ContactId): Promise<Refusal | undefined> {
    const requestedBy: Actor = { type: 'customer', id: contactId };
    const asked = {
      renewalId: 'asked-only' as RenewalId,
      currentExpiresOn: expiresOn,
      source: 'single',
      requestedBy,
    } as const;
    try {
      const { policy, channel } = await this.desk.licenseFor(subject.id, requestedBy);
      await this.subjects.of(subject).refuseToOpen(asked, { now: this.clock.now(), policy, channel });
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  /** What one more period costs. */
  costsOf({ subject }: Expiry, { license }: LicenseOnDesk): Money {
    return multiply(this.subjects.of(subject).unitPrice(license.grant), license.grant.quota);
  }
}
