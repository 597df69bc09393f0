import { CLOCK, Desk } from '@renewals/commands';
import { type IsoDate, lastDayToChange } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { type RenewalRow, Renewals, UpcomingRenewals, type UpcomingRow } from '@renewals/projections';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { nameOf } from '../licenses/organization-name';
import { cursorAfter, fillPage, type Page, readCursor } from '../reading/pages';
import { UpcomingRenewalsQuery } from '../upcoming-renewals/list-upcoming-renewals';
import { alertsOf } from './alerts';
import { nextStepOf } from './next-step';
import type { PipelineItemDocument, PipelineStageName } from './pipeline.document';

export class ListStage extends Query<Page<PipelineItemDocument>> {
  constructor(
    readonly stage: PipelineStageName,
    readonly query: UpcomingRenewalsQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** What ends first comes first. */
@QueryHandler(ListStage)
export class ListStageHandler implements IQueryHandler<ListStage> {
  constructor(
    private readonly upcoming: UpcomingRenewals,
    private readonly renewals: Renewals,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ stage, query, caller }: ListStage): Promise<Page<PipelineItemDocument>> {
    return stage === 'due' ? this.due(query, caller) : this.inStage(stage, query, caller);
  }

  private async due(
    { tab, cursor, limit }: UpcomingRenewalsQuery,
    { vendor }: Caller,
  ): Promise<Page<PipelineItemDocument>> {
    const now = this.clock.now();
    const from = readCursor(cursor, 'expiresOn', 'license');
    const fetch = (last?: DueRow) => {
      const after = last ?? from;
      return this.upcoming.page({ tab, now, limit: limit + 1, ...(after && { after }) }) as Promise<DueRow[]>;
    };
    const isDue = async ({ renewal, policy }: DueRow) =>
      renewal === null && (vendor === undefined || vendor === policy);
    const { rows, hasMore } = await fillPage(limit, fetch, isDue);
    const last = rows.at(-1);
    return {
      items: await Promise.all(rows.map((row) => this.dueItem(row))),
      ...(hasMore && last && { nextCursor: cursorAfter({ expiresOn: last.expiresOn, license: last.license }) }),
    };
  }

  private async inStage(
    stage: Exclude<PipelineStageName, 'due'>,
    { cursor, limit }: UpcomingRenewalsQuery,
    { vendor }: Caller,
  ): Promise<Page<PipelineItemDocument>> {
    const after = readCursor(cursor, 'expiresOn', 'renewal');
    const policy = vendor === undefined ? {} : { policy: vendor };
    const found = await this.renewals.inStage({ stage, limit: limit + 1, ...policy, ...(after && { after }) });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: await Promise.all(rows.map((row) => this.renewalItem(row, stage))),
      ...(found.length > limit &&
        last && { nextCursor: cursorAfter({ expiresOn: last.expiresOn, renewal: last.renewal }) }),
    };
  }

  private async dueItem(row: DueRow): Promise<PipelineItemDocument> {
    return {
      ...(await this.sold(row)),
      stage: 'due',
      lines: 1,
      amount: { amountMinor: row.amount, currency: row.currency },
      nextStep: 'request',
    };
  }

  private async renewalItem(row: RenewalRow, stage: Exclude<PipelineStageName, 'due'>): Promise<PipelineItemDocument> {
    const { currency, balance, owner } = row;
    return {
      renewalId: row.renewal,
      ...(await this.sold(row)),
      stage,
      lines: row.lines,
      amount: { amountMinor: row.amount, currency },
      ...(balance !== null && { open: { amountMinor: balance, currency } }),
      ...(owner !== null && { owner }),
      nextStep: nextStepOf(row),
    };
  }

  private async sold({ license: licenseId, policy, expiresOn, zone }: Ending) {
    const { license, order, organization, ...underPolicy } = await this.desk.licenseWithOrder(licenseId);
    const deadline = lastDayToChange(underPolicy, { expiresOn: expiresOn as IsoDate });
    return {
      licenseId,
      policy,
      organization: { id: order.placement.organizationId, name: nameOf(organization) },
      product: license.grant.product,
      expiresOn,
      zone,
      alerts: await alertsOf(order, { licenseId, expiresOn }, this.desk),
      ...(deadline !== undefined && { cancellationDeadline: deadline }),
    };
  }
}

interface Ending {
  readonly license: string;
  readonly policy: string;
  readonly expiresOn: string;
  readonly zone: string;
}

/** A row of the view, with the day that its query made sure of. */
type DueRow = UpcomingRow & Ending;
