import { ChangeContactLocale, ChangeOrganizationLocale, type CommandContext, type Outcome } from '@renewals/commands';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, companyPeople } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Companies } from './companies';
import { LocaleBody } from './requests';

/** In what language people are written to: their own, else their company's, else the vendor's. */
@ApiTags('organizations')
@ApiBearerAuth()
@Controller('organizations/:id')
export class LocaleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly companies: Companies,
  ) {}

  @Post('locale')
  @Allow(...companyPeople, 'support')
  @ApiOperation({ operationId: 'changeOrganizationLocale', summary: 'Choose the language of mail to the company' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_PRIMARY_CONTACT', 'REVISION_CONFLICT')
  ofCompany(
    @Param('id') id: OrganizationId,
    @Body() { locale }: LocaleBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.changed(id, request, reply, (context) => new ChangeOrganizationLocale(id, locale, context));
  }

  @Post('contacts/:contactId/locale')
  @Allow(...companyPeople, 'support')
  @ApiOperation({ operationId: 'changeContactLocale', summary: 'Choose the language of mail to a person' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  ofContact(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Body() { locale }: LocaleBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.changed(id, request, reply, (context) => new ChangeContactLocale(id, contactId, locale, context));
  }

  private async changed(
    id: OrganizationId,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<Outcome>,
  ): Promise<RevisionAnswer> {
    await this.companies.reached(id, callerOf(request));
    const { revision } = await this.commands.execute(command(contextOf(request)));
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
