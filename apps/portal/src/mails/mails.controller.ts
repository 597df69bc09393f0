import { Refusal } from '@renewals/licensing';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import PostalMime from 'postal-mime';
import { Allow, staff } from '../../../api/src/identity/allowed';
import { FiledMails } from '../../../api/src/mails/filed-mails';
import { sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { MAIL_ONLY } from './mail-only';
import { mailPage, mailsPage } from './mail-pages';

const SHOWN_AT_MOST = 100;

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

  /** Never shown in the browser, whatever its type says. */
  @Get(':file/attachments/:nth')
  async attachment(@Param('file') file: string, @Param('nth') nth: string, @Res() reply: FastifyReply): Promise<void> {
    const { attachments } = await PostalMime.parse(await this.mails.read(file), { attachmentEncoding: 'base64' });
    const attachment = attachments.find((_, place) => String(place) === nth);
    if (!attachment) throw new Refusal('NOT_FOUND', 'This mail has no such attachment.');
    const { filename, content } = attachment;
    await reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(filename ?? 'attachment')}`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(String(content), 'base64'));
  }
}
