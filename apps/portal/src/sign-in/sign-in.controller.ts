import { INFRASTRUCTURE, type Infrastructure } from '@renewals/engine';
import { Refusal } from '@renewals/licensing';
import { issueToken } from '@renewals/platform';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../../../api/src/identity/allowed';
import { comesFromOurPages } from '../../../api/src/identity/same-origin';
import { endSession, openSession, SESSION_HOURS } from '../../../api/src/identity/session';
import { SERVING, type Serving } from '../../../api/src/serving';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { confirmPage, signInPage } from './sign-in-page';

const USED_UP = 'This link was used, or its half hour is over.';

@ApiExcludeController()
@Controller()
@Open()
export class SignInController {
  constructor(
    private readonly frames: Frames,
    @Inject(INFRASTRUCTURE) private readonly infrastructure: Infrastructure,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  @Get('sign-in')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, signInPage(this.frames.of(request)));
  }

  @Get('sign-in/:secret')
  async confirm(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = this.frames.of(request);
    if (this.serving.links.isOpen(secret)) await sendPage(reply, confirmPage(frame));
    else await sendPage(reply, signInPage(frame, USED_UP), 404);
  }

  @Post('sign-in/:secret')
  async signIn(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request);
    if (!this.serving.links.use(secret)) {
      await sendPage(reply, signInPage(this.frames.of(request), USED_UP), 404);
      return;
    }
    const { secrets, configuration } = this.infrastructure;
    const token = issueToken(
      secrets.tokens,
      { role: 'admin', subject: 'operator' },
      { now: this.serving.clock.now(), hours: SESSION_HOURS },
    );
    openSession(reply, token, configuration.PUBLIC_URL?.startsWith('https:') ?? false);
    await goTo(reply, '/');
  }

  @Post('portal/sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    refuseOtherSites(request);
    endSession(reply);
    await goTo(reply, '/sign-in');
  }
}

function refuseOtherSites(request: FastifyRequest): void {
  if (!comesFromOurPages(request)) throw new Refusal('NOT_ALLOWED', 'This came from another site. Do it on this one.');
}
