import { Pages } from '@renewals/automations';
import { CalendarFeedLinks, OpenCalendarFeed, RevokeCalendarFeed } from '@renewals/commands';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { Controller, Delete, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, officers } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Companies } from '../organizations/companies';

export class CalendarFeedAnswer extends RevisionAnswer {
  @ApiProperty({ description: 'Whoever has it reads the calendar: tell nobody.', example: 'https://…/calendar/….ics' })
  url!: string;
}

/** The address at which a person's calendar program reads their upcoming renewals. */
@ApiTags('organizations')
@ApiBearerAuth()
@Controller('organizations/:id/contacts/:contactId/calendar-feed')
export class CalendarFeedController {
  constructor(
    private readonly commands: CommandBus,
    private readonly companies: Companies,
    private readonly links: CalendarFeedLinks,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Allow('customer')
  @ApiOperation({
    operationId: 'openCalendarFeed',
    summary: 'Get an address for one’s own calendar; the one before stops',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: CalendarFeedAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async open(
    @Param('id') organizationId: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarFeedAnswer> {
    await this.companies.reached(organizationId, callerOf(request));
    const command = new OpenCalendarFeed(organizationId, contactId, contextOf(request));
    const { revision, feedId } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision, url: this.pages.calendar(this.links.tokenFor({ organizationId, contactId, feedId })) };
  }

  @Delete()
  @Allow('customer', ...officers)
  @ApiOperation({ operationId: 'revokeCalendarFeed', summary: 'Stop the address: nothing is read there any more' })
  @ChangingHeaders()
  @ApiOkResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async revoke(
    @Param('id') organizationId: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.companies.reached(organizationId, callerOf(request));
    const command = new RevokeCalendarFeed(organizationId, contactId, contextOf(request));
    const { revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
