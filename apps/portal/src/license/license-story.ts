import { type Explanation, ReminderExplanations } from '@renewals/automations';
import { CLOCK, Desk, type LicenseOnDesk, noSuchLicense, Subjects } from '@renewals/commands';
import {
  type ChannelPolicy,
  channelPolicy,
  type LicenseId,
  type Policy,
  type UpgradeEligibility,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Licenses } from '@renewals/projections';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { renewers } from '../../../api/src/identity/allowed';
import type { Caller } from '../../../api/src/identity/caller';
import { type LicenseDocument, licenseDocument } from '../../../api/src/licenses/license.document';
import { LicenseUse } from '../../../api/src/licenses/license-use';
import { LicenseHistory } from '../../../api/src/licenses/license-history';
import { nameOf } from '../../../api/src/licenses/organization-name';
import { Reach } from '../../../api/src/reading/reach';
import type { ReminderDocument } from '../../../api/src/reminders/reminder.document';
import { type ReminderOffsetsDocument, reminderOffsetsOf } from '../../../api/src/reminders/reminder-offsets.document';
import { RemindersOfLicense } from '../../../api/src/reminders/reminders.controller';
import { FindRenewal } from '../../../api/src/renewals/find-renewal';
import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import { Offers, type Refusals } from '../offers/offers';
import type { Names } from '../words/names';
import { LicenseNames } from './license-names';
import { lineageOf, type LineageStep } from './lineage';
import { type Moment, timelineOf } from './timeline';

/** Everything that the page of a license tells. */
export interface LicenseStory {
  readonly license: LicenseDocument;
  readonly channel: string;
  readonly policy: Policy;
  /** Of the policy, for the channel. */
  readonly terms: ChannelPolicy;
  readonly lineage: readonly LineageStep[];
  /** The open renewal, of the license or of its maintenance; else the one that made the successor. */
  readonly renewal?: RenewalDocument;
  readonly recurringBilling: 'none' | 'on' | 'cancelled';
  readonly refusals: Refusals;
  readonly upgrade: UpgradeEligibility;
  /** Of a classic license, for who may use it. */
  readonly key?: string;
  /** Quota that was added to it, by the licenses that carry it. */
  readonly additions: readonly { readonly licenseId: string; readonly quantity: number }[];
  readonly reminders: readonly ReminderDocument[];
  readonly reminderDays: ReminderOffsetsDocument;
  /** Of the reminders of the next expiry, to this customer or to everybody; the earliest day first. */
  readonly explanations: readonly Explanation[];
  readonly timeline: readonly Moment[];
  readonly names: Names;
}

@Injectable()
export class LicenseStories {
  constructor(
    private readonly queries: QueryBus,
    private readonly reach: Reach,
    private readonly licenses: Licenses,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    private readonly offers: Offers,
    private readonly use: LicenseUse,
    private readonly explanations: ReminderExplanations,
    private readonly names: LicenseNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `NOT_FOUND` or `NOT_AN_ORDER_CONTACT`. */
  async of(id: LicenseId, caller: Caller): Promise<LicenseStory> {
    const found = await this.reach.license(id, caller);
    const row = await this.licenses.find(id);
    if (!row) throw noSuchLicense();
    const names = await this.names.of(found, caller);
    const renewalId = await this.renewalOf(found);
    const now = this.clock.now();
    return {
      license: licenseDocument(row, nameOf(found.organization), now),
      channel: found.channel,
      policy: found.policy,
      terms: channelPolicy(found.policy, found.channel),
      lineage: await lineageOf(this.licenses, row, now),
      ...(renewalId !== undefined && { renewal: await this.queries.execute(new FindRenewal(renewalId, caller)) }),
      recurringBilling: (await this.desk.agreement(id)).status,
      refusals: await this.offers.refusals(found, caller),
      upgrade: await this.use.upgradeEligibility(found),
      ...this.keyFor(found, caller),
      additions: additionsTo(found),
      reminders: await this.queries.execute(new RemindersOfLicense(id, caller)),
      reminderDays: reminderOffsetsOf(found),
      explanations: await this.explanations.explainAll({
        license: id,
        ...(caller.role === 'customer' && { contact: caller.subject }),
      }),
      timeline: timelineOf(await this.queries.execute(new LicenseHistory(id, caller)), names),
      names,
    };
  }

  /** Only who uses or sells it has use for its key. */
  private keyFor(found: LicenseOnDesk, { role }: Caller): Pick<LicenseStory, 'key'> {
    const key = renewers.some((one) => one === role) ? this.use.key(found) : undefined;
    return key ? { key: key.key } : {};
  }

  private async renewalOf({ license }: LicenseOnDesk): Promise<string | undefined> {
    const claim = await this.subjects.of(this.subjects.renewedOf(license)).claim();
    const successor = 'successor' in license ? license.successor : undefined;
    return claim?.renewalId ?? successor?.renewalId;
  }
}

function additionsTo({ license }: LicenseOnDesk): LicenseStory['additions'] {
  const additions = 'additions' in license && license.additions ? [...license.additions.values()] : [];
  return additions.map(({ newLicenseId, quantity }) => ({ licenseId: newLicenseId, quantity }));
}
