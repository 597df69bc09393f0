import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../../../api/src/identity/allowed';
import { endSession } from '../../../api/src/identity/session';
import { SERVING, type Serving } from '../../../api/src/serving';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { refuseOtherSites } from '../page/other-sites';
import { localPath } from './local-path';
import { Sessions } from './sessions';
import { confirmPage, signInPage } from './sign-in-page';

const USED_UP = 'This link was used, or its half hour is over.';
const WRONG =
  'This address and this password do not go together. Try again, or have a link mailed that sets a new one.';
const NO_PAGES = 'Resellers have no pages here: renewals of what you sold reach you by e-mail. Write to the vendor.';
const IS_SET = 'Your password is set. Sign in with it.';

export class SignInForm {
  @IsString()
  @MaxLength(200)
  email!: string;

  @IsString()
  @MaxLength(200)
  password!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  then?: string;
}

@ApiExcludeController()
@Controller()
@Open()
export class SignInController {
  constructor(
    private readonly frames: Frames,
    private readonly sessions: Sessions,
    @Inject(SERVING) private readonly serving: Serving,
  ) {}

  @Get('sign-in')
  async page(
    @Query('password') password: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, signInPage(this.frames.of(request), password === 'set' ? { news: IS_SET } : {}));
  }

  @Post('sign-in')
  async byPassword(
    @Body() { email, password, then }: SignInForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request);
    const frame = this.frames.of(request);
    const next = localPath(then);
    const claims = await this.sessions.claimsOf(email, password);
    if (!claims) {
      await sendPage(reply, signInPage(frame, { message: WRONG, then: next }), 401);
    } else if (claims.role === 'reseller') {
      await sendPage(reply, signInPage(frame, { message: NO_PAGES }), 403);
    } else {
      this.sessions.open(reply, claims);
      await goTo(reply, next);
    }
  }

  @Get('sign-in/:secret')
  async confirm(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = this.frames.of(request);
    if (this.serving.links.isOpen(secret)) await sendPage(reply, confirmPage(frame));
    else await sendPage(reply, signInPage(frame, { message: USED_UP }), 404);
  }

  @Post('sign-in/:secret')
  async byLink(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request);
    if (!this.serving.links.use(secret)) {
      await sendPage(reply, signInPage(this.frames.of(request), { message: USED_UP }), 404);
      return;
    }
    this.sessions.open(reply, { role: 'admin', subject: 'operator' });
    await goTo(reply, '/');
  }

  @Post('portal/sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    refuseOtherSites(request);
    endSession(reply);
    await goTo(reply, '/sign-in');
  }
}
