import { type NoticeRow, Notices } from '@renewals/projections';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller';
import { cursorAfter, fillPage, type Page, readCursor } from '../reading/pages';
import { type NoticeDocument, noticeDocument } from './notice.document';
import { concerning, type NoticesQuery } from './notices-query';
import { VendorsOfNotices } from './vendors-of-notices';

export class ListNotices extends Query<Page<NoticeDocument>> {
  constructor(
    readonly query: NoticesQuery,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** People of one vendor see that vendor's. */
@QueryHandler(ListNotices)
export class ListNoticesHandler implements IQueryHandler<ListNotices> {
  constructor(
    private readonly notices: Notices,
    private readonly vendors: VendorsOfNotices,
  ) {}

  async execute({ query, caller: { vendor } }: ListNotices): Promise<Page<NoticeDocument>> {
    const { cursor, limit } = query;
    const filter = concerning(query);
    const begin = readCursor(cursor, 'decidedAt', 'event');
    const start = begin && { decidedAt: Number(begin.decidedAt), event: begin.event };
    const { rows, hasMore } = await fillPage<NoticeRow>(
      limit,
      (last) => {
        const after = last ?? start;
        return this.notices.page({
          limit: limit + 1,
          ...(filter && { concerning: filter }),
          ...(after && { after }),
        });
      },
      async (row) => vendor === undefined || (await this.vendors.of(row)) === vendor,
    );
    const last = rows.at(-1);
    return {
      items: rows.map(noticeDocument),
      ...(hasMore && last && { nextCursor: cursorAfter({ decidedAt: String(last.decidedAt), event: last.event }) }),
    };
  }
}
