import { ReturnedMails, UnknownMail } from '@renewals/automations';
import { Refusal } from '@renewals/licensing';
import { type MailReport, NotUnderstood } from '@renewals/mail';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Allow } from '../identity/allowed';
import { actorOf, type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';

export class ReportAnswer {
  @ApiProperty({ description: 'Of the mail that it is about.', example: '<4f1c…@vendor.example>' })
  messageId!: string;

  @ApiProperty({ enum: ['hard', 'soft', 'complaint', 'arrived'], description: 'What it says of the mail.' })
  verdict!: MailReport['verdict'];

  @ApiPropertyOptional({ description: 'RFC 3463.', example: '5.1.1' })
  status?: string;

  @ApiProperty({ description: 'Whether it was news. The same report again is none.' })
  recorded!: boolean;
}

/** What other servers and readers say of mails that went out. */
@ApiTags('mails')
@ApiBearerAuth()
@Controller('mails/bounces')
export class BouncesController {
  constructor(private readonly returned: ReturnedMails) {}

  @Post()
  @HttpCode(200)
  @Allow('service', 'support', 'admin')
  @ApiOperation({
    operationId: 'reportBounce',
    summary: 'Bring a bounce or a complaint in, as it came',
    description: 'Needs no `Idempotency-Key`: the same report again changes nothing.',
  })
  @ApiConsumes('message/rfc822')
  @ApiBody({
    description: 'A delivery status notification (RFC 3464) or a feedback report (RFC 5965), at most 2 MiB.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiOkResponse({ type: ReportAnswer })
  @Problems('NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE')
  async report(@Body() body: unknown, @From() caller: Caller): Promise<ReportAnswer> {
    if (!Buffer.isBuffer(body)) throw new Refusal('INVALID_INPUT', NO_MAIL);
    try {
      const { contactId: _nobodyElses, wrote: recorded, ...report } = await this.returned.record(body, actorOf(caller));
      return { ...report, recorded };
    } catch (error) {
      if (error instanceof UnknownMail) throw new Refusal('NOT_FOUND', error.message);
      if (error instanceof NotUnderstood) throw new Refusal('INVALID_INPUT', error.message);
      throw error;
    }
  }
}

const NO_MAIL = 'There is no report in the body. Send the mail as it came, as message/rfc822.';
