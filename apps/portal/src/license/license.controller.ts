import { type LicenseId, Refusal } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../../../api/src/commanding/contexts';
import { Allow, readers, renewers } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { statusOf } from '../../../api/src/problems/codes';
import { OwnWrites } from '../../../api/src/reading/own-writes';
import { Reach } from '../../../api/src/reading/reach';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { ActionForm } from './action-form';
import { actionNamed } from './actions';
import { licensePage } from './license-page';
import { LicenseStories } from './license-story';

@ApiExcludeController()
@Controller('portal/licenses/:id')
export class LicenseController {
  constructor(
    private readonly stories: LicenseStories,
    private readonly commands: CommandBus,
    private readonly reach: Reach,
    private readonly ownWrites: OwnWrites,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...readers)
  async read(
    @Param('id') id: LicenseId,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, licensePage(this.frames.of(request), await this.stories.of(id, caller), caller));
  }

  /** A refusal is said on the same page, where the person can do something about it. */
  @Post(':action')
  @Allow(...renewers)
  async act(
    @Param('id') id: LicenseId,
    @Param('action') name: string,
    @Body() form: ActionForm,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const action = actionNamed(name, caller);
    const { organizationId } = (await this.reach.license(id, caller)).license.grant;
    if (form.renewalId !== undefined) await this.reach.renewal(form.renewalId, caller);
    try {
      const asked = { licenseId: id, organizationId, form, caller, context: contextOf(request, form.once) };
      await this.commands.execute(action.command(asked));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const story = await this.stories.of(id, caller);
      await sendPage(reply, licensePage(this.frames.of(request), story, caller, error.message), statusOf(error.code));
      return;
    }
    await this.ownWrites.shown();
    await goTo(reply, `/portal/licenses/${id}`);
  }
}
