import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitorContextOf } from '../../../api/src/commanding/contexts';
import { ForVisitors, Open } from '../../../api/src/identity/allowed';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { isOneClick } from './one-click';
import { Subscriptions } from './subscriptions';
import { unsubscribePage } from './unsubscribe-page';

/**
 * Where the link at the end of reminders and newsletters leads (E, F). Following it changes nothing, as mail scanners
 * follow links; the button does, and the one click of a mail program (RFC 8058). No other site can do it in somebody's
 * name: the token in the address is the proof, and no cookie counts.
 */
@ApiExcludeController()
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Open()
  async ask(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.subscriptions.find(token);
    await sendPage(reply, unsubscribePage(this.frames.of(request), addressOf(token), found));
  }

  /** A mail program is answered at once: none follows a redirection for sure (RFC 8058). */
  @Post()
  @ForVisitors()
  async end(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const via = isOneClick(body) ? 'one-click' : 'link';
    await this.subscriptions.end(token, via, visitorContextOf(request));
    if (via === 'one-click') await this.ask(token, request, reply);
    else await goTo(reply, addressOf(token));
  }

  @Post('again')
  @ForVisitors()
  async resume(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.subscriptions.resume(token, visitorContextOf(request));
    await goTo(reply, addressOf(token));
  }
}

function addressOf(token: string): string {
  return `/unsubscribe/${token}`;
}
