import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import PostalMime from 'postal-mime';
import { Allow, staff } from '../../../api/src/identity/allowed';
import { FiledMails } from '../../../api/src/mails/filed-mails';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { mailPage, mailsPage } from './mail-pages';

const SHOWN_AT_MOST = 100;

/** Nothing in a mail runs, loads or leads anywhere by itself. */
const MAIL_ONLY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

@ApiExcludeController()
@Controller('portal/mails')
@Allow(...staff)
export class MailPagesController {
  constructor(
    private readonly mails: FiledMails,
    private readonly frames: Frames,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, mailsPage(this.frames.of(request), await this.mails.newest(SHOWN_AT_MOST)));
  }

  @Get(':file')
  async one(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const mail = await PostalMime.parse(await this.mails.read(file));
    await sendPage(reply, mailPage(this.frames.of(request), file, mail));
  }

  @Get(':file/html')
  async body(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const { html = '' } = await PostalMime.parse(await this.mails.read(file));
    await sendPage(reply.header('content-security-policy', MAIL_ONLY), html);
  }
}
