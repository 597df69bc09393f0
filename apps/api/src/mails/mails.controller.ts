import { rfc3339 } from '@renewals/licensing';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Allow, staff } from '../identity/allowed';
import { Problems } from '../openapi/problems';
import { FiledMails } from './filed-mails';

export class MailsQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50, type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class MailDocument {
  @ApiProperty({ description: 'Its name below /mails.' })
  file!: string;

  @ApiProperty()
  messageId!: string;

  @ApiProperty({ example: 'ann@northwind.example' })
  to!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ format: 'date-time' })
  date!: string;
}

export class MailsDocument {
  @ApiProperty({ type: [MailDocument] })
  items!: MailDocument[];
}

@ApiTags('mails')
@ApiBearerAuth()
@Controller('mails')
export class MailsController {
  constructor(private readonly mails: FiledMails) {}

  @Get()
  @Allow(...staff)
  @ApiOperation({ operationId: 'listMails', summary: 'The newest mails that were filed instead of sent' })
  @ApiOkResponse({ type: MailsDocument })
  @Problems()
  async list(@Query() { limit }: MailsQuery): Promise<MailsDocument> {
    const mails = await this.mails.newest(limit);
    return { items: mails.map((mail) => ({ ...mail, date: rfc3339(mail.date) })) };
  }

  @Get(':file')
  @Allow(...staff)
  @ApiOperation({ operationId: 'readMail', summary: 'One mail as it was sent' })
  @ApiProduces('message/rfc822')
  @ApiOkResponse({ content: { 'message/rfc822': { schema: { type: 'string' } } } })
  @Problems('NOT_FOUND')
  async read(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const mail = await this.mails.read(file);
    await reply.type('message/rfc822').send(mail);
  }
}
