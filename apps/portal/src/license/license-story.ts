import { CLOCK, Desk, type LicenseOnDesk, noSuchLicense, Policies } from '@renewals/commands';
import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import type { LicenseId, Policy } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { Licenses } from '@renewals/projections';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Caller } from '../../../api/src/identity/caller';
import { type LicenseDocument, licenseDocument } from '../../../api/src/licenses/license.document';
import { LicenseHistory } from '../../../api/src/licenses/license-history';
import { nameOf } from '../../../api/src/licenses/organization-name';
import { Reach } from '../../../api/src/reading/reach';
import type { ReminderDocument } from '../../../api/src/reminders/reminder.document';
import { RemindersOfLicense } from '../../../api/src/reminders/reminders.controller';
import { FindRenewal } from '../../../api/src/renewals/find-renewal';
import type { RenewalDocument } from '../../../api/src/renewals/renewal.document';
import { Names } from '../words/names';
import { lineageOf, type LineageStep } from './lineage';
import { type Moment, timelineOf } from './timeline';

/** Everything that the page of a license tells. */
export interface LicenseStory {
  readonly license: LicenseDocument;
  readonly channel: string;
  readonly policy: Policy;
  readonly lineage: readonly LineageStep[];
  /** The open renewal, else the one that made the successor. */
  readonly renewal?: RenewalDocument;
  readonly recurringBilling: 'none' | 'on' | 'cancelled';
  readonly reminders: readonly ReminderDocument[];
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
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
  ) {}

  /** Throws `NOT_FOUND` or `NOT_AN_ORDER_CONTACT`. */
  async of(id: LicenseId, caller: Caller): Promise<LicenseStory> {
    const found = await this.reach.license(id, caller);
    const row = await this.licenses.find(id);
    if (!row) throw noSuchLicense();
    const names = await this.namesFor(found, caller);
    const renewalId = renewalOf(found);
    const now = this.clock.now();
    return {
      license: licenseDocument(row, nameOf(found.organization), now),
      channel: found.order.placement.channel,
      policy: this.policies.get(row.policy),
      lineage: await lineageOf(this.licenses, row, now),
      ...(renewalId !== undefined && { renewal: await this.queries.execute(new FindRenewal(renewalId, caller)) }),
      recurringBilling: (await this.desk.agreement(id)).status,
      reminders: await this.queries.execute(new RemindersOfLicense(id, caller)),
      timeline: timelineOf(await this.queries.execute(new LicenseHistory(id, caller)), names),
      names,
    };
  }

  private async namesFor({ organization, order }: LicenseOnDesk, caller: Caller): Promise<Names> {
    const { resellerId } = order.placement;
    const reseller = resellerId === undefined ? [] : [await this.desk.organization(resellerId)];
    return new Names(caller, [organization, ...reseller], this.infrastructure.personal);
  }
}

function renewalOf({ license }: LicenseOnDesk): string | undefined {
  const claim = 'claim' in license ? license.claim : undefined;
  const successor = 'successor' in license ? license.successor : undefined;
  return claim?.renewalId ?? successor?.renewalId;
}
