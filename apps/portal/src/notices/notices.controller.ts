import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, staff } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { ListNotices } from '../../../api/src/notices/list-notices';
import { NoticesQuery } from '../../../api/src/notices/notices-query';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { noticesPage } from './notices-page';
import { Recipients } from './recipients';

@ApiExcludeController()
@Controller('portal/notices')
export class NoticePagesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recipients: Recipients,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...staff)
  async list(
    @Query() query: NoticesQuery,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notices = await this.queries.execute(new ListNotices(query, caller));
    const contacts = notices.items.flatMap(({ recipient }) => recipient ?? []);
    const asked = query.contact === undefined ? [] : [query.contact];
    const names = await this.recipients.names([...contacts, ...asked], caller);
    await sendPage(reply, noticesPage(this.frames.of(request), { query, notices, names }));
  }
}
