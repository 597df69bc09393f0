import { Pages } from '@renewals/automations';
import { CalendarFeedLinks, OpenCalendarFeed, RevokeCalendarFeed } from '@renewals/commands';
import { calendarFeedOf, type ContactId, type OrganizationId } from '@renewals/licensing';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../../../api/src/commanding/contexts';
import { Allow } from '../../../api/src/identity/allowed';
import { type Caller, callerOf, From } from '../../../api/src/identity/caller';
import { noSuchCompany } from '../../../api/src/organizations/companies';
import { OwnCompanies } from '../account/own-company';
import { goTo, sendPage } from '../page/answer';
import { Form } from '../page/form';
import { Frames } from '../page/frame';
import { calendarPage } from './calendar-page';

/** One's own renewals in one's own calendar program. */
@ApiExcludeController()
@Controller('portal/calendar')
@Allow('customer')
export class CalendarPageController {
  constructor(
    private readonly commands: CommandBus,
    private readonly companies: OwnCompanies,
    private readonly links: CalendarFeedLinks,
    private readonly pages: Pages,
    private readonly frames: Frames,
  ) {}

  @Get()
  async read(@From() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, calendarPage(this.frames.of(request), await this.addressOf(caller)));
  }

  @Post()
  open(@Body() { once }: Form, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request, once);
    return this.done(request, reply, (company, me) => new OpenCalendarFeed(company, me, context));
  }

  @Post('stop')
  stop(@Body() { once }: Form, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request, once);
    return this.done(request, reply, (company, me) => new RevokeCalendarFeed(company, me, context));
  }

  private async addressOf(caller: Caller): Promise<string | undefined> {
    const own = await this.companies.of(caller);
    const contactId = caller.subject as ContactId;
    if (!own) return undefined;
    const feedId = calendarFeedOf(own.company, contactId);
    if (feedId === undefined) return undefined;
    const { organizationId } = own.company.registration;
    return this.pages.calendar(this.links.tokenFor({ organizationId, contactId, feedId }));
  }

  private async done(
    request: FastifyRequest,
    reply: FastifyReply,
    command: (company: OrganizationId, me: ContactId) => Command<unknown>,
  ): Promise<void> {
    const caller = callerOf(request);
    const own = await this.companies.of(caller);
    if (!own) throw noSuchCompany();
    await this.commands.execute(command(own.company.registration.organizationId, caller.subject as ContactId));
    await goTo(reply, '/portal/calendar');
  }
}
