import type { Kysely } from 'kysely';
import type { LicenseTables } from '../license/license-table';
import type { OrderTables } from '../orders/order-table';
import type { Tables } from '../runtime/projection';
import type { NoticeRow, NoticeTables } from './notice-view';
import type { RenewedLicenseTables } from './renewed-license-view';

/** Of what, or to whom. */
export type Concerning =
  | { readonly license: string }
  | { readonly order: string }
  | { readonly organization: string }
  /** To this contact. */
  | { readonly contact: string };

export interface NoticePageQuery {
  /** All there are when left out. */
  readonly concerning?: Concerning;
  /** The last row of the page before. */
  readonly after?: Pick<NoticeRow, 'decidedAt' | 'event'>;
  /** Rows at most. */
  readonly limit: number;
}

/** Reads of the ledger of notices, the newest first. */
export class Notices {
  private readonly database: Kysely<NoticeTables & RenewedLicenseTables & LicenseTables & OrderTables>;

  constructor(database: Tables) {
    this.database = database.withTables<NoticeTables & RenewedLicenseTables & LicenseTables & OrderTables>();
  }

  async page({ concerning, after, limit }: NoticePageQuery): Promise<NoticeRow[]> {
    let query = this.database.selectFrom('notice').selectAll();
    if (concerning) query = query.where('event', 'in', this.eventsOf(concerning));
    if (after) {
      query = query.where(({ eb, or, and }) =>
        or([
          eb('decidedAt', '<', after.decidedAt),
          and([eb('decidedAt', '=', after.decidedAt), eb('event', '<', after.event)]),
        ]),
      );
    }
    const rows = await query.orderBy('decidedAt', 'desc').orderBy('event', 'desc').limit(limit).execute();
    // Numbers of this size arrive as texts from PostgreSQL.
    return rows.map((row) => ({ ...row, decidedAt: Number(row.decidedAt) }));
  }

  /** Each part by an index of its own: of a license also what its renewals brought, of an order also its licenses. */
  private eventsOf(concerning: Concerning) {
    const events = this.database.selectFrom('notice').select('event');
    if ('contact' in concerning) return events.where('recipient', '=', concerning.contact);
    const licenses = this.licensesOf(concerning);
    const renewals = this.database.selectFrom('renewed_license').select('renewal').where('license', 'in', licenses);
    const ofLicenses = events.where('license', 'in', licenses).union(events.where('renewal', 'in', renewals));
    if ('license' in concerning) return ofLicenses;
    if ('order' in concerning) return ofLicenses.union(events.where('orderId', '=', concerning.order));
    return ofLicenses
      .union(events.where('orderId', 'in', this.ordersOf(concerning.organization)))
      .union(events.where('organization', '=', concerning.organization));
  }

  private licensesOf(concerning: Exclude<Concerning, { contact: string }>) {
    const licenses = this.database.selectFrom('license').select('license');
    if ('license' in concerning) return licenses.where('license', '=', concerning.license);
    if ('order' in concerning) return licenses.where('orderId', '=', concerning.order);
    return licenses.where('orderId', 'in', this.ordersOf(concerning.organization));
  }

  private ordersOf(organization: string) {
    return this.database.selectFrom('placed_order').select('orderId').where('organization', '=', organization);
  }
}
