import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { staff } from '../../../api/src/identity/allowed';
import { ListSalesTasks, SalesTasksQuery } from '../../../api/src/sales-tasks/list-sales-tasks';
import type { Frame } from '../page/frame';
import { type Html, html } from '../page/html';

/** Tells the vendor's people at first glance which tasks are late. */
@Injectable()
export class OverdueTasks {
  constructor(private readonly queries: QueryBus) {}

  async notice({ caller }: Frame): Promise<Html | undefined> {
    if (!caller || !staff.some((role) => role === caller.role)) return undefined;
    const query = Object.assign(new SalesTasksQuery(), { status: 'overdue' } as const);
    const { items, nextCursor } = await this.queries.execute(new ListSalesTasks(query, caller));
    if (items.length === 0) return undefined;
    const count = nextCursor === undefined ? String(items.length) : `More than ${items.length}`;
    return html`<p class="alert">
      <strong>${count} sales ${items.length === 1 ? 'task is' : 'tasks are'} overdue.</strong>
      <a href="/portal/sales-tasks?status=overdue">See them</a>
    </p>`;
  }
}
