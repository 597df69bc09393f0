import { Policies, RequestPasswordLink, SetPassword } from '@renewals/commands';
import { Refusal } from '@renewals/licensing';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PasswordLinkBody } from '../../../api/src/accounts/requests';
import { takingTheSameTime } from '../../../api/src/accounts/same-time';
import { visitorContextOf } from '../../../api/src/commanding/contexts';
import { ForVisitors, Open } from '../../../api/src/identity/allowed';
import { statusOf } from '../../../api/src/problems/codes';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { refuseOtherSites } from '../page/other-sites';
import { forgotPasswordPage, linkRequestedPage, passwordPage } from './password-pages';

/** What is no password is said by the command, on the page. */
export class PasswordForm {
  @IsString()
  @MaxLength(1000)
  token!: string;

  @IsString()
  @MaxLength(1000)
  password!: string;
}

/** Passwords, by mailed links (P). */
@ApiExcludeController()
@Controller('portal')
export class AccountPagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly policies: Policies,
    private readonly frames: Frames,
  ) {}

  @Get('password')
  @Open()
  async password(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, passwordPage(this.frames.of(request)));
  }

  @Post('password')
  @ForVisitors()
  async setPassword(
    @Body() { token, password }: PasswordForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request);
    try {
      await this.commands.execute(new SetPassword(token.trim(), password, visitorContextOf(request)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const another = error.code === 'PASSWORD_LINK_EXPIRED' ? undefined : token;
      await sendPage(reply, passwordPage(this.frames.of(request), another, error.message), statusOf(error.code));
      return;
    }
    await goTo(reply, '/sign-in?password=set');
  }

  @Get('forgot-password')
  @Open()
  async forgotPassword(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, forgotPasswordPage(this.frames.of(request), [...this.policies.all.values()]));
  }

  @Post('forgot-password')
  @ForVisitors()
  async requestLink(
    @Body() { email, policy }: PasswordLinkBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request);
    await takingTheSameTime(this.commands.execute(new RequestPasswordLink(email, policy, visitorContextOf(request))));
    await sendPage(reply, linkRequestedPage(this.frames.of(request)));
  }
}
