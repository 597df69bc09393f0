import { RequestRenewal } from '@renewals/commands';
import { Refusal } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf, unconditional } from '../../../api/src/commanding/contexts';
import { Allow, readers, renewers } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { FindLicense } from '../../../api/src/licenses/find-license';
import type { LicenseDocument } from '../../../api/src/licenses/license.document';
import { statusOf } from '../../../api/src/problems/codes';
import { OwnWrites } from '../../../api/src/reading/own-writes';
import { Reach } from '../../../api/src/reading/reach';
import { FindRenewal } from '../../../api/src/renewals/find-renewal';
import { sourceFor } from '../../../api/src/renewals/source';
import { UpcomingRenewalsQuery } from '../../../api/src/upcoming-renewals/list-upcoming-renewals';
import { DuePages } from '../due/due-pages';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { renewalPage } from './renewal-page';
import { linesOf, SelectionForm } from './selection-form';

/** Several terms, renewed in one transaction (R). */
@ApiExcludeController()
@Controller('portal/renewals')
export class RenewalPagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reach: Reach,
    private readonly due: DuePages,
    private readonly ownWrites: OwnWrites,
    private readonly frames: Frames,
  ) {}

  /** What is refused as a whole is said on the list, where something else can be selected. */
  @Post()
  @Allow(...renewers)
  async request(
    @Body() form: SelectionForm,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = linesOf(form);
    for (const { subject } of lines) await this.reach.license(subject.id, caller);
    const context = unconditional(contextOf(request, form.once));
    try {
      const { renewalId } = await this.commands.execute(
        new RequestRenewal(lines, sourceFor(caller, lines.length), context),
      );
      await this.ownWrites.shown();
      await goTo(reply, `/portal/renewals/${renewalId}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { tab } = form;
      const frame = { ...this.frames.of(request), path: '/' };
      const due = await this.due.rows(Object.assign(new UpcomingRenewalsQuery(), { tab }), frame, caller);
      await sendPage(reply, await this.due.page(frame, { tab, due, refusal: error.message }), statusOf(error.code));
    }
  }

  @Get(':id')
  @Allow(...readers)
  async read(
    @Param('id') id: string,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const renewal = await this.queries.execute(new FindRenewal(id, caller));
    const licenses = new Map<string, LicenseDocument>();
    for (const { licenseId } of [...renewal.lines, ...(renewal.refused ?? [])]) {
      if (!(await this.reach.reachesLicense(licenseId, caller))) continue;
      licenses.set(licenseId, await this.queries.execute(new FindLicense(licenseId, caller)));
    }
    await sendPage(reply, renewalPage(this.frames.of(request), { renewal, licenses }, caller));
  }
}
