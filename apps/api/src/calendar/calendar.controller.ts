import { createHash } from 'node:crypto';
import { Refusal } from '@renewals/licensing';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../identity/allowed';
import { Problems } from '../openapi/problems';
import { PersonalCalendars } from './personal-calendars';

const CALENDAR = 'text/calendar';
const SUFFIX = '.ics';

/** What calendar programs read, again and again: without a token, as its address is the proof. */
@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendars: PersonalCalendars) {}

  @Get(':file')
  @Open()
  @ApiOperation({
    operationId: 'readCalendar',
    summary: 'The upcoming renewals of whose address it is, as iCalendar (RFC 5545)',
    description: 'Which ones is asked anew at each read: those of orders that the person is a contact of now.',
  })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag of the read before.' })
  @ApiProduces(CALENDAR)
  @ApiOkResponse({
    content: { [CALENDAR]: { schema: { type: 'string' } } },
    headers: { ETag: { schema: { type: 'string' } } },
  })
  @ApiResponse({ status: 304, description: 'It is as it was.' })
  @Problems('NOT_FOUND')
  async read(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!file.endsWith(SUFFIX)) throw noSuchCalendar();
    const calendar = await this.calendars.at(file.slice(0, -SUFFIX.length));
    if (!calendar) throw noSuchCalendar();
    const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (isKnown(known, etag)) await reply.status(304).send();
    else await reply.type(`${CALENDAR}; charset=utf-8`).send(calendar);
  }
}

/** RFC 9110, section 13.1.2. */
function isKnown(ifNoneMatch = '', etag: string): boolean {
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function noSuchCalendar(): Refusal {
  return new Refusal(
    'NOT_FOUND',
    'There is no calendar at this address, or not any more. Get a new one in the customer portal, in Calendar.',
  );
}
