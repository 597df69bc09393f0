import type { Kysely } from 'kysely';
import type { Tables } from '../runtime/projection';
import type { UpcomingTables } from '../upcoming-renewals/upcoming-table';
import type { RenewalRow, RenewalRowStage, RenewalTables } from './renewal-table';

interface RenewalPage {
  /** Only this vendor's. */
  readonly policy?: string;
  /** Rows at most. */
  readonly limit: number;
}

export interface StageQuery extends RenewalPage {
  readonly stage: RenewalRowStage;
  /** The last row of the page before. */
  readonly after?: Pick<RenewalRow, 'expiresOn' | 'renewal'>;
}

export interface QuoteQuery extends RenewalPage {
  /** Only open renewals of these orders; all quotes when left out. */
  readonly orders?: readonly string[];
  readonly after?: { readonly validUntil: string; readonly renewal: string };
}

/** The row of a renewal that was quoted. */
export type QuotedRow = RenewalRow & {
  readonly quote: string;
  readonly quoteTotal: number;
  readonly validUntil: string;
  readonly proforma: number;
};

/** Reads of renewals by how far they have come, and of their quotes. */
export class Renewals {
  private readonly database: Kysely<RenewalTables & UpcomingTables>;

  constructor(database: Tables) {
    this.database = database.withTables<RenewalTables & UpcomingTables>();
  }

  /** What ends first comes first. */
  inStage({ stage, policy, after, limit }: StageQuery): Promise<RenewalRow[]> {
    let query = this.database
      .selectFrom('renewal')
      .selectAll()
      .where('stage', '=', stage)
      .orderBy('expiresOn')
      .orderBy('renewal')
      .limit(limit);
    if (policy !== undefined) query = query.where('policy', '=', policy);
    if (after) {
      query = query.where((eb) =>
        eb.or([
          eb('expiresOn', '>', after.expiresOn),
          eb.and([eb('expiresOn', '=', after.expiresOn), eb('renewal', '>', after.renewal)]),
        ]),
      );
    }
    return query.execute();
  }

  /** The one that is open longest comes first. */
  async quotes({ orders, policy, after, limit }: QuoteQuery): Promise<QuotedRow[]> {
    let query = this.database
      .selectFrom('renewal')
      .selectAll()
      .where('quote', 'is not', null)
      .orderBy('validUntil', 'desc')
      .orderBy('renewal')
      .limit(limit);
    if (policy !== undefined) query = query.where('policy', '=', policy);
    if (orders) query = query.where('renewal', 'in', this.openRenewalsOf(orders));
    if (after) {
      query = query.where((eb) =>
        eb.or([
          eb('validUntil', '<', after.validUntil),
          eb.and([eb('validUntil', '=', after.validUntil), eb('renewal', '>', after.renewal)]),
        ]),
      );
    }
    return (await query.execute()) as QuotedRow[];
  }

  private openRenewalsOf(orders: readonly string[]) {
    return this.database
      .selectFrom('upcoming_renewal')
      .select((eb) => eb.ref('upcoming_renewal.renewal').$castTo<string>().as('renewal'))
      .where('orderId', 'in', orders.length > 0 ? orders : [''])
      .where('upcoming_renewal.renewal', 'is not', null);
  }
}
