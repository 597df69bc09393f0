import {
  AcceptInvitation,
  ChangeContactEmail,
  ChangeNewsletterPreferences,
  type CommandContext,
  EraseContact,
  InviteContact,
  type Outcome,
  RemoveCompanyContact,
  RequestAccountRemoval,
} from '@renewals/commands';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf, unconditional } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, companyPeople, officers } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { NewsletterBody, NewsletterDocument } from '../newsletter/newsletter.document';
import { ChangingHeaders, CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { UUID } from '../reading/reach';
import { Companies, noSuchCompany } from './companies';
import { InvitedAnswer } from './organization.document';
import { EmailBody, PersonBody } from './requests';

/** Account Management > Users: who belongs to a company, and what each may change of themselves (F, E). */
@ApiTags('organizations')
@ApiBearerAuth()
@Controller('organizations/:id')
export class CompanyContactsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly companies: Companies,
  ) {}

  @Post('invitations')
  @Allow(...companyPeople, ...officers)
  @ApiOperation({ operationId: 'inviteContact', summary: 'Invite somebody, or again: the newest invitation holds' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: InvitedAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async invite(
    @Param('id') id: OrganizationId,
    @Body() { email, personName, policy, locale }: PersonBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvitedAnswer> {
    const caller = callerOf(request);
    const company = await this.companies.reached(id, caller);
    const vendor =
      policy === undefined ? await this.companies.policyOf(company, caller) : this.companies.policy(policy, caller);
    const person = { email, name: personName, ...(locale !== undefined && { locale }) };
    const command = new InviteContact(id, person, vendor, contextOf(request));
    const { revision, invitationId, contactId } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision, invitationId, contactId };
  }

  @Post('invitations/:invitationId/acceptance')
  @Allow(...companyPeople)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Accept an invitation of one’s own' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'INVITATION_EXPIRED', 'REVISION_CONFLICT')
  accept(
    @Param('id') id: OrganizationId,
    @Param('invitationId') invitationId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    // Whoever is invited does not belong to the company yet, and is told nothing else of it.
    if (!UUID.test(id)) throw noSuchCompany();
    const contactId = callerOf(request).subject as ContactId;
    return this.answered(new AcceptInvitation(id, invitationId, contactId, contextOf(request)), reply);
  }

  @Post('contacts/:contactId/removal')
  @Allow(...companyPeople, ...officers)
  @ApiOperation({ operationId: 'removeCompanyContact', summary: 'Take somebody out of the company and all its orders' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  remove(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.reaching(id, request, reply, (context) => new RemoveCompanyContact(id, contactId, context));
  }

  @Post('contacts/:contactId/email')
  @Allow(...companyPeople, ...officers)
  @ApiOperation({ operationId: 'changeContactEmail', summary: 'Change an address: the back office does' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'EMAIL_CHANGE_NOT_ALLOWED', 'REVISION_CONFLICT')
  async changeEmail(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Body() { email }: EmailBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const caller = callerOf(request);
    const policy = await this.companies.policyOf(await this.companies.reached(id, caller), caller);
    return this.answered(new ChangeContactEmail(id, contactId, email, policy, contextOf(request)), reply);
  }

  @Post('contacts/:contactId/newsletter')
  @Allow(...companyPeople, ...officers)
  @ApiOperation({ operationId: 'changeNewsletter', summary: 'Choose news, or none; reminders stay as they are' })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: NewsletterDocument })
  @Problems('NOT_FOUND')
  async changeNewsletter(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Body() wish: NewsletterBody,
    @Req() request: FastifyRequest,
  ): Promise<NewsletterDocument> {
    await this.companies.reached(id, callerOf(request));
    const context = unconditional(contextOf(request));
    return this.commands.execute(new ChangeNewsletterPreferences(id, contactId, { ...wish }, context));
  }

  @Post('contacts/:contactId/account-removal')
  @Allow(...companyPeople, ...officers)
  @ApiOperation({ operationId: 'requestAccountRemoval', summary: 'Ask for the removal of an account' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  requestRemoval(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.reaching(id, request, reply, (context) => new RequestAccountRemoval(id, contactId, context));
  }

  @Post('contacts/:contactId/erasure')
  @Allow(...officers)
  @ApiOperation({ operationId: 'eraseContact', summary: 'Carry the removal out: it cannot be taken back' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  erase(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.reaching(id, request, reply, (context) => new EraseContact(id, contactId, context));
  }

  private async reaching(
    id: OrganizationId,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<Outcome>,
  ): Promise<RevisionAnswer> {
    await this.companies.reached(id, callerOf(request));
    return this.answered(command(contextOf(request)), reply);
  }

  private async answered(command: Command<Outcome>, reply: FastifyReply): Promise<RevisionAnswer> {
    const { revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
