import { CLOCK, Desk } from '@renewals/commands';
import type { OrganizationId } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { SalesTasks } from '@renewals/projections';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Caller } from '../identity/caller';
import { nameOf } from '../licenses/organization-name';
import { cursorAfter, type Page, PageQuery, readCursor } from '../reading/pages';
import { type SalesTaskDocument, salesTaskDocument, type TaskStatus, taskStatuses } from './sales-task.document';

export class SalesTasksQuery extends PageQuery {
  @ApiPropertyOptional({
    description: '`open` has the overdue ones too.',
    enum: taskStatuses,
    enumName: 'SalesTaskStatus',
    default: 'open',
  })
  @IsOptional()
  @IsIn(taskStatuses)
  status: TaskStatus = 'open';
}

export class ListSalesTasks extends Query<Page<SalesTaskDocument>> {
  constructor(
    readonly query: SalesTasksQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** What is due first comes first. */
@QueryHandler(ListSalesTasks)
export class ListSalesTasksHandler implements IQueryHandler<ListSalesTasks> {
  constructor(
    private readonly tasks: SalesTasks,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ query: { status, cursor, limit }, caller }: ListSalesTasks): Promise<Page<SalesTaskDocument>> {
    const now = this.clock.now();
    const from = readCursor(cursor, 'overdueAt', 'task');
    const found = await this.tasks.page({
      status,
      now,
      limit: limit + 1,
      ...(caller.vendor !== undefined && { policy: caller.vendor }),
      ...(from && { after: { overdueAt: Number(from.overdueAt), task: from.task } }),
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const items = rows.map(async (row) => {
      const organization = await this.desk.organization(row.organization as OrganizationId);
      return salesTaskDocument(row, nameOf(organization), now);
    });
    return {
      items: await Promise.all(items),
      ...(found.length > limit &&
        last && { nextCursor: cursorAfter({ overdueAt: `${last.overdueAt}`, task: last.task }) }),
    };
  }
}
