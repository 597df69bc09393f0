import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { SalesTaskRow, SalesTaskTables } from './sales-task-table';

export interface SalesTaskQuery {
  /** `overdue`: open, and its day is over. Default: all. */
  readonly status?: SalesTaskRow['status'] | 'overdue';
  readonly now: number;
  /** Only this vendor's. */
  readonly policy?: string;
  /** The last row of the page before. */
  readonly after?: Pick<SalesTaskRow, 'overdueAt' | 'task'>;
  /** Rows at most. */
  readonly limit: number;
}

/** Reads of what sales has to do, what is due first first. */
export class SalesTasks {
  private readonly database: Kysely<SalesTaskTables>;

  constructor(database: Tables) {
    this.database = database.withTables<SalesTaskTables>();
  }

  page({ status, now, policy, after, limit }: SalesTaskQuery): Promise<SalesTaskRow[]> {
    let query = this.database.selectFrom('sales_task').selectAll().orderBy('overdueAt').orderBy('task').limit(limit);
    if (status) query = query.where('status', '=', status === 'overdue' ? 'open' : status);
    if (status === 'overdue') query = query.where('overdueAt', '<=', now);
    if (policy !== undefined) query = query.where('policy', '=', policy);
    if (after) {
      query = query.where((eb) =>
        eb.or([
          eb('overdueAt', '>', after.overdueAt),
          eb.and([eb('overdueAt', '=', after.overdueAt), eb('task', '>', after.task)]),
        ]),
      );
    }
    return query.execute();
  }
}
