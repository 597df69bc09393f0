import { Desk } from '@renewals/commands';
import type { IsoDate, LicenseId } from '@renewals/licensing';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { renewers, staff } from '../../../api/src/identity/allowed';
import type { Caller } from '../../../api/src/identity/caller';
import { alertsOf } from '../../../api/src/pipeline/alerts';
import type { Page } from '../../../api/src/reading/pages';
import {
  ListUpcomingRenewals,
  type UpcomingRenewalsQuery,
} from '../../../api/src/upcoming-renewals/list-upcoming-renewals';
import type { UpcomingRenewalDocument } from '../../../api/src/upcoming-renewals/upcoming-renewal.document';
import { GoingLive } from '../going-live/going-live';
import { Offers } from '../offers/offers';
import type { Frame } from '../page/frame';
import { html } from '../page/html';
import { OverdueTasks } from '../sales-tasks/overdue-tasks';
import { type DuePage, duePage, type DueRow } from './due-page';

/** Draws what is due for somebody. */
@Injectable()
export class DuePages {
  constructor(
    private readonly queries: QueryBus,
    private readonly desk: Desk,
    private readonly offers: Offers,
    private readonly goingLive: GoingLive,
    private readonly overdueTasks: OverdueTasks,
  ) {}

  async rows(query: UpcomingRenewalsQuery, frame: Frame, caller: Caller): Promise<Page<DueRow>> {
    const due = await this.queries.execute(new ListUpcomingRenewals(query, caller));
    const mayRenew = frame.mode !== 'virtual' && renewers.some((role) => role === caller.role);
    const items = due.items.map(async (item) => ({
      ...item,
      alerts: isStaff(caller) ? await this.alerts(item) : [],
      renewable: mayRenew && (await this.isRenewable(item, caller)),
    }));
    return { ...due, items: await Promise.all(items) };
  }

  async page(frame: Frame, shown: Omit<DuePage, 'notices'>): Promise<string> {
    const notices = [await this.goingLive.notice(frame), await this.overdueTasks.notice(frame)];
    return duePage(frame, { ...shown, notices: html`${notices}` });
  }

  private async alerts({ licenseId, expiresOn }: UpcomingRenewalDocument): Promise<DueRow['alerts']> {
    const { order } = await this.desk.licenseWithOrder(licenseId);
    return alertsOf(order, { licenseId, expiresOn }, this.desk);
  }

  private async isRenewable({ kind, licenseId, expiresOn }: UpcomingRenewalDocument, caller: Caller): Promise<boolean> {
    const found = await this.desk.licenseWithOrder(licenseId);
    const subject = { kind, id: licenseId as LicenseId };
    return (await this.offers.refusalToRenew(subject, expiresOn as IsoDate, found, caller)) === undefined;
  }
}

function isStaff({ role }: Caller): boolean {
  return staff.some((one) => one === role);
}
