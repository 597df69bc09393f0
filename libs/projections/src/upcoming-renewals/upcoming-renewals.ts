import {
  addDays,
  daysBetween,
  type IsoDate,
  localDate,
  type Policy,
  zone as zoneNamed,
  type Zone,
} from '@renewals/licensing';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { UpcomingRow, UpcomingTables } from './upcoming-table';

export interface UpcomingQuery {
  readonly tab: 'annual' | 'maintenance';
  readonly now: number;
  /** Only these orders; all when left out. */
  readonly orders?: readonly string[];
  /** The last row of the page before. */
  readonly after?: { readonly expiresOn: string; readonly license: string };
  /** Rows at most. */
  readonly limit: number;
}

/** No zone is further ahead of UTC. */
const FURTHEST_AHEAD = zoneNamed('Pacific/Kiritimati');

/**
 * SQLite keeps no statistics unless told to: ordered by the plain column it walks everybody's days to find the few rows
 * of some orders. An expression leaves it the index of the orders.
 */
const UNINDEXED = sql`"expiresOn" || ''`;

/** Reads of what is due next, soonest first: within each policy's `upcomingDays`, in the term's own zone. */
export class UpcomingRenewals {
  private readonly database: Kysely<UpcomingTables>;

  constructor(
    database: Tables,
    private readonly policies: ReadonlyMap<string, Policy>,
  ) {
    this.database = database.withTables<UpcomingTables>();
  }

  /** Fewer rows than `limit` are the last ones. */
  async page(query: UpcomingQuery): Promise<UpcomingRow[]> {
    const { now, limit } = query;
    const page: UpcomingRow[] = [];
    for (let { after } = query; ;) {
      const rows = await this.rowsUpToHorizon({ ...query, ...(after && { after }) });
      page.push(...rows.filter((row) => this.isUpcoming(row, now)));
      const last = rows.at(-1);
      if (rows.length < limit || page.length >= limit || !last) return page.slice(0, limit);
      after = { expiresOn: last.expiresOn ?? '', license: last.license };
    }
  }

  private rowsUpToHorizon({ tab, now, orders, after, limit }: UpcomingQuery): Promise<UpcomingRow[]> {
    let query = this.database
      .selectFrom('upcoming_renewal')
      .selectAll()
      .where('tab', '=', tab)
      .where('expiresOn', '<=', this.horizon(now))
      .where('endsAt', '>', now)
      .orderBy(orders ? UNINDEXED : sql.ref('expiresOn'))
      .orderBy('license')
      .limit(limit);
    if (orders) query = query.where('orderId', 'in', orders.length > 0 ? orders : ['']);
    if (after) {
      query = query.where((eb) =>
        eb.or([
          eb('expiresOn', '>', after.expiresOn),
          eb.and([eb('expiresOn', '=', after.expiresOn), eb('license', '>', after.license)]),
        ]),
      );
    }
    return query.execute();
  }

  /** The last day that may be upcoming under any policy and in any zone; the exact answer is each row's own. */
  private horizon(now: number): IsoDate {
    const days = Math.max(...[...this.policies.values()].map(({ upcomingDays }) => upcomingDays));
    return addDays(localDate(now, FURTHEST_AHEAD), days);
  }

  private isUpcoming({ policy, expiresOn, zone }: UpcomingRow, now: number): boolean {
    const upcomingDays = this.policies.get(policy)?.upcomingDays;
    if (upcomingDays === undefined || expiresOn === null || zone === null) return false;
    return daysBetween(localDate(now, zone as Zone), expiresOn as IsoDate) <= upcomingDays;
  }
}
