import { previewOf } from '@renewals/mail';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, staff } from '../../../api/src/identity/allowed';
import { MAIL_ONLY } from '../mails/mail-only';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { MailPreviewQuery } from './mail-preview.query';
import { mailPreviewPage } from './mail-preview-page';

/** What mails say, in every language, before anybody gets one. */
@ApiExcludeController()
@Controller('portal/mail-preview')
@Allow(...staff)
export class MailPreviewController {
  constructor(private readonly frames: Frames) {}

  @Get()
  async show(
    @Query() query: MailPreviewQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, mailPreviewPage(this.frames.of(request), query, previewOf(query)));
  }

  @Get('html')
  async body(@Query() query: MailPreviewQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply.header('content-security-policy', MAIL_ONLY), previewOf(query).html);
  }
}
