import { Licenses } from '@renewals/projections';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, readers } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { SERVING, type Serving } from '../../../api/src/serving';
import { ListUpcomingRenewals, UpcomingRenewalsQuery } from '../../../api/src/upcoming-renewals/list-upcoming-renewals';
import { GoingLive } from '../going-live/going-live';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { duePage } from './due-page';
import { emptyPage } from './empty-page';

@ApiExcludeController()
@Controller()
export class DueController {
  constructor(
    private readonly queries: QueryBus,
    private readonly licenses: Licenses,
    private readonly goingLive: GoingLive,
    private readonly frames: Frames,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  @Get()
  @Allow(...readers)
  async due(
    @Query() query: UpcomingRenewalsQuery,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = this.frames.of(request);
    const due = await this.queries.execute(new ListUpcomingRenewals(query, caller));
    if (due.items.length === 0 && caller.role !== 'customer' && (await this.isEmpty(frame.now))) {
      await sendPage(reply, emptyPage(frame, caller.role === 'admin' && this.serving.openSample !== undefined));
      return;
    }
    const notices = await this.goingLive.notice(frame);
    await sendPage(reply, duePage(frame, { tab: query.tab, due, notices }));
  }

  private async isEmpty(now: number): Promise<boolean> {
    return (await this.licenses.page({ now, limit: 1 })).length === 0;
  }
}
