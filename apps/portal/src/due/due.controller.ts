import { Licenses } from '@renewals/projections';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, readers } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { SERVING, type Serving } from '../../../api/src/serving';
import { UpcomingRenewalsQuery } from '../../../api/src/upcoming-renewals/list-upcoming-renewals';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { DuePages } from './due-pages';
import { emptyPage } from './empty-page';

@ApiExcludeController()
@Controller()
export class DueController {
  constructor(
    private readonly pages: DuePages,
    private readonly licenses: Licenses,
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
    const due = await this.pages.rows(query, frame, caller);
    if (due.items.length === 0 && caller.role !== 'customer' && (await this.isEmpty(frame.now))) {
      await sendPage(reply, emptyPage(frame, caller.role === 'admin' && this.serving.openSample !== undefined));
      return;
    }
    await sendPage(reply, await this.pages.page(frame, { tab: query.tab, due }));
  }

  private async isEmpty(now: number): Promise<boolean> {
    return (await this.licenses.page({ now, limit: 1 })).length === 0;
  }
}
