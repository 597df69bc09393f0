import { CLOCK, Desk } from '@renewals/commands';
import {
  daysBetween,
  type IsoDate,
  localDate,
  type OrganizationId,
  type Renewal,
  type Zone,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { UpcomingRenewals, type UpcomingRow } from '@renewals/projections';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Caller } from '../identity/caller';
import { nameOf } from '../licenses/organization-name';
import { adviceFor } from '../renewals/ask';
import { cursorAfter, fillPage, type Page, PageQuery, readCursor } from '../reading/pages';
import { Reach } from '../reading/reach';
import type { DueStage, UpcomingRenewalDocument } from './upcoming-renewal.document';

const tabs = ['annual', 'maintenance'] as const;

export class UpcomingRenewalsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: tabs, default: 'annual' })
  @IsOptional()
  @IsIn(tabs)
  tab: (typeof tabs)[number] = 'annual';
}

export class ListUpcomingRenewals extends Query<Page<UpcomingRenewalDocument>> {
  constructor(
    readonly query: UpcomingRenewalsQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** A row of the view, with the day that its query made sure of. */
type DueRow = UpcomingRow & { readonly expiresOn: IsoDate; readonly zone: Zone };

/** Soonest first. Who sees a row, and how far its renewal is, is asked of the streams. */
@QueryHandler(ListUpcomingRenewals)
export class ListUpcomingRenewalsHandler implements IQueryHandler<ListUpcomingRenewals> {
  constructor(
    private readonly reach: Reach,
    private readonly upcoming: UpcomingRenewals,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ query, caller }: ListUpcomingRenewals): Promise<Page<UpcomingRenewalDocument>> {
    const { tab, cursor, limit } = query;
    const now = this.clock.now();
    const orders = await this.reach.orders(caller);
    const from = readCursor(cursor, 'expiresOn', 'license');
    const fetch = (last: DueRow | undefined) => {
      const after = last ?? from;
      const page = { tab, now, limit: limit + 1, ...(orders && { orders }), ...(after && { after }) };
      return this.upcoming.page(page) as Promise<DueRow[]>;
    };
    const { rows, hasMore } = await fillPage(limit, fetch, ({ license }) => this.reach.reachesLicense(license, caller));
    const last = rows.at(-1);
    return {
      items: await Promise.all(rows.map((row) => this.document(row, now, caller))),
      ...(hasMore && last && { nextCursor: cursorAfter({ expiresOn: last.expiresOn, license: last.license }) }),
    };
  }

  private async document(row: DueRow, now: number, caller: Caller): Promise<UpcomingRenewalDocument> {
    const organization = await this.desk.organization(row.organization as OrganizationId);
    return {
      licenseId: row.license,
      kind: row.tab === 'annual' ? 'license' : 'maintenance',
      ...(row.externalId !== null && { externalId: row.externalId }),
      organization: { id: row.organization, name: nameOf(organization) },
      orderId: row.orderId,
      policy: row.policy,
      product: row.product,
      quota: row.quota,
      amount: { amountMinor: row.amount, currency: row.currency },
      expiresOn: row.expiresOn,
      daysLeft: daysBetween(localDate(now, row.zone), row.expiresOn),
      zone: row.zone,
      stage: row.renewal === null ? 'due' : stageOf(await this.desk.renewal(row.renewal)),
      ...(row.renewal !== null && { renewalId: row.renewal }),
      ...(await adviceFor(caller, row.license, this.desk)),
    };
  }
}

function stageOf(renewal: Renewal): DueStage {
  switch (renewal.stage) {
    case 'requested':
    case 'quoted':
      return renewal.stage;
    case 'approved':
      return renewal.commitments.length > 0 ? 'committed' : 'approved';
    case 'invoiced':
    case 'completed':
      return 'invoiced';
    default:
      return 'due';
  }
}
