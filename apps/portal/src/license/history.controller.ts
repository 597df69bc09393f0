import type { LicenseId } from '@renewals/licensing';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, readers } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { LicenseHistory } from '../../../api/src/licenses/license-history';
import { nameOf } from '../../../api/src/licenses/organization-name';
import { Reach } from '../../../api/src/reading/reach';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { historyPage } from './history-page';
import { LicenseNames } from './license-names';

@ApiExcludeController()
@Controller('portal/licenses/:id/history')
export class HistoryPageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly reach: Reach,
    private readonly names: LicenseNames,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...readers)
  async read(
    @Param('id') license: LicenseId,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.reach.license(license, caller);
    const title = `${found.license.grant.product} of ${nameOf(found.organization)}`;
    const entries = await this.queries.execute(new LicenseHistory(license, caller));
    const names = await this.names.of(found, caller);
    await sendPage(reply, historyPage(this.frames.of(request), { license, title, entries, names }));
  }
}
