import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import { havingStatus } from './having-status';
import { havingQuota, type QuotaState } from './quota-state';
import type { LicenseStatus } from './license-status';
import type { LicenseRow, LicenseTables } from './license-table';

export interface LicensePageQuery {
  readonly now: number;
  readonly status?: LicenseStatus;
  readonly kind?: LicenseRow['kind'];
  readonly quota?: QuotaState;
  readonly policy?: string;
  /** Only these orders; all when left out. */
  readonly orders?: readonly string[];
  /** The last license of the page before. */
  readonly after?: string;
  /** Rows at most. */
  readonly limit: number;
}

/** Reads of the license view. */
export class Licenses {
  private readonly database: Kysely<LicenseTables>;

  constructor(database: Tables) {
    this.database = database.withTables<LicenseTables>();
  }

  find(license: string): Promise<LicenseRow | undefined> {
    return this.database.selectFrom('license').selectAll().where('license', '=', license).executeTakeFirst();
  }

  /** All licenses, sorted by external id (those without one first), one in memory at a time. */
  all({ dueBefore }: { dueBefore?: string | undefined } = {}): AsyncIterable<LicenseRow> {
    const sorted = this.database.selectFrom('license').selectAll().orderBy('externalId').orderBy('license');
    return (dueBefore === undefined ? sorted : sorted.where('expiresOn', '<', dueBefore)).stream();
  }

  /** Those that the former system called so: one, and the licenses that followed it by renewal; the last one last. */
  called(externalId: string): Promise<LicenseRow[]> {
    return this.database
      .selectFrom('license')
      .selectAll()
      .where('externalId', '=', externalId)
      .orderBy('startsOn')
      .orderBy('license')
      .execute();
  }

  /** Whatever was bought with the order, and what followed it. */
  async ofOrder(orderId: string): Promise<string[]> {
    const rows = await this.database.selectFrom('license').select('license').where('orderId', '=', orderId).execute();
    return rows.map(({ license }) => license);
  }

  /** Sorted by id, so that a page stays where it is whatever is written meanwhile. */
  page({ now, status, kind, quota, policy, orders, after, limit }: LicensePageQuery): Promise<LicenseRow[]> {
    let query = this.database.selectFrom('license').selectAll().orderBy('license').limit(limit);
    if (status) query = query.where((eb) => havingStatus(eb, status, now));
    if (kind) query = query.where('kind', '=', kind);
    if (quota) query = query.where((eb) => havingQuota(eb, quota));
    if (policy !== undefined) query = query.where('policy', '=', policy);
    if (orders) query = query.where('orderId', 'in', orders.length > 0 ? orders : ['']);
    if (after !== undefined) query = query.where('license', '>', after);
    return query.execute();
  }
}
