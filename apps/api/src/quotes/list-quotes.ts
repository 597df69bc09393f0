import { CLOCK, Desk } from '@renewals/commands';
import { localDate, type Zone } from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import { type QuotedRow, Renewals } from '@renewals/projections';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { nameOf } from '../licenses/organization-name';
import { cursorAfter, fillPage, type Page, PageQuery, readCursor } from '../reading/pages';
import { Reach } from '../reading/reach';
import { adviceFor } from '../renewals/ask';
import type { QuoteStatus, ListedQuoteDocument } from './listed-quote.document';

export class ListQuotes extends Query<Page<ListedQuoteDocument>> {
  constructor(
    readonly query: PageQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** The one that is open longest first. A customer's are those of the open renewals of their orders. */
@QueryHandler(ListQuotes)
export class ListQuotesHandler implements IQueryHandler<ListQuotes> {
  constructor(
    private readonly reach: Reach,
    private readonly renewals: Renewals,
    private readonly desk: Desk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ query: { cursor, limit }, caller }: ListQuotes): Promise<Page<ListedQuoteDocument>> {
    const orders = await this.reach.orders(caller);
    const from = readCursor(cursor, 'validUntil', 'renewal');
    const fetch = (last?: QuotedRow) => {
      const after = last ?? from;
      return this.renewals.quotes({
        limit: limit + 1,
        ...(caller.vendor !== undefined && { policy: caller.vendor }),
        ...(orders && { orders }),
        ...(after && { after }),
      });
    };
    const { rows, hasMore } = await fillPage(limit, fetch, (row) => this.isVisible(row, caller));
    const last = rows.at(-1);
    return {
      items: await Promise.all(rows.map((row) => this.document(row))),
      ...(hasMore && last && { nextCursor: cursorAfter({ validUntil: last.validUntil, renewal: last.renewal }) }),
    };
  }

  /** A quote for what a reseller sold is the reseller's to show (L). */
  private async isVisible({ license }: QuotedRow, caller: Caller): Promise<boolean> {
    if (!(await this.reach.reachesLicense(license, caller))) return false;
    return (await adviceFor(caller, license, this.desk)).ask === undefined;
  }

  private async document(row: QuotedRow): Promise<ListedQuoteDocument> {
    const { organization, order } = await this.desk.licenseWithOrder(row.license);
    return {
      quoteId: row.quote,
      renewalId: row.renewal,
      organization: { id: order.placement.organizationId, name: nameOf(organization) },
      lines: row.lines,
      total: { amountMinor: row.quoteTotal, currency: row.currency },
      validUntil: row.validUntil,
      proforma: row.proforma === 1,
      status: this.statusOf(row),
    };
  }

  private statusOf({ stage, accepted, validUntil, zone }: QuotedRow): QuoteStatus {
    if (accepted === 1) return 'accepted';
    if (stage !== 'quoted') return 'closed';
    return localDate(this.clock.now(), zone as Zone) > validUntil ? 'expired' : 'open';
  }
}
