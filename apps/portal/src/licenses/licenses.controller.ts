import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, readers } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { LicensesQuery, ListLicenses } from '../../../api/src/licenses/list-licenses';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { licensesPage } from './licenses-page';

@ApiExcludeController()
@Controller('portal/licenses')
export class LicensesPageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...readers)
  async list(
    @Query() query: LicensesQuery,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const licenses = await this.queries.execute(new ListLicenses(query, caller));
    await sendPage(reply, licensesPage(this.frames.of(request), licenses, query.status));
  }
}
