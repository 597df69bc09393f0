import { Pages } from '@renewals/automations';
import { CalendarFeedLinks, Desk, Policies, Subjects } from '@renewals/commands';
import { calendar, type ExpiryDay } from '@renewals/documents';
import {
  calendarFeedOf,
  type ContactId,
  instantAt,
  isoDate,
  type LicenseId,
  localeOf,
  type Organization,
  zone,
} from '@renewals/licensing';
import { wordsIn } from '@renewals/words';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { PAGE_AT_MOST } from '../reading/pages';
import { ListUpcomingRenewals, UpcomingRenewalsQuery } from '../upcoming-renewals/list-upcoming-renewals';
import type { UpcomingRenewalDocument } from '../upcoming-renewals/upcoming-renewal.document';

/** What of somebody's renewals stands in their calendar: what they read in the portal, now. */
@Injectable()
export class PersonalCalendars {
  constructor(
    private readonly links: CalendarFeedLinks,
    private readonly desk: Desk,
    private readonly subjects: Subjects,
    private readonly queries: QueryBus,
    private readonly policies: Policies,
    private readonly pages: Pages,
  ) {}

  /** iCalendar; none for a text that opens no calendar, or not any more. */
  async at(token: string): Promise<Buffer | undefined> {
    const { organizationId, contactId } = this.links.claimedBy(token);
    const organization = await this.desk.organization(organizationId);
    const feedId = calendarFeedOf(organization, contactId);
    if (feedId === undefined || !this.links.isFor({ organizationId, contactId, feedId }, token)) return undefined;
    const due = await this.dueOf(contactId);
    const days = await Promise.all(due.map((each) => this.day(each)));
    return calendar(days.flat(), wordsIn(this.localeFor(organization, contactId, due)));
  }

  private async dueOf(contactId: ContactId): Promise<UpcomingRenewalDocument[]> {
    const due: UpcomingRenewalDocument[] = [];
    for (const tab of ['annual', 'maintenance'] as const) {
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const query = Object.assign(new UpcomingRenewalsQuery(), { tab, limit: PAGE_AT_MOST, cursor });
        const page = await this.queries.execute(
          new ListUpcomingRenewals(query, { role: 'customer', subject: contactId }),
        );
        due.push(...page.items);
        cursor = page.nextCursor;
      }
    }
    return due;
  }

  /** None of a term that moved since the view was written. */
  private async day({ kind, ...due }: UpcomingRenewalDocument): Promise<ExpiryDay[]> {
    const subject = { kind, id: due.licenseId as LicenseId };
    const expiresOn = isoDate(due.expiresOn);
    const renewable = await this.subjects.of(subject).renewable(expiresOn);
    if (!renewable) return [];
    return [
      {
        subject,
        expiresOn,
        zone: zone(due.zone),
        product: due.product,
        license: due.externalId ?? due.licenseId,
        order: due.orderId,
        url: this.pages.license(subject.id),
        from: this.policies.get(due.policy).vendor.mailFrom,
        // The same as long as the term is, so that a read that finds nothing new is told so.
        stamp: instantAt(renewable.term.startsOn, 0, renewable.term.zone),
      },
    ];
  }

  /** With nothing due there is no vendor to ask, and next to nothing to read. */
  private localeFor(
    organization: Organization,
    contactId: ContactId,
    [first]: readonly UpcomingRenewalDocument[],
  ): string {
    const policy = first ? this.policies.get(first.policy) : [...this.policies.all.values()][0];
    return policy ? localeOf(organization, contactId, policy) : 'en';
  }
}
