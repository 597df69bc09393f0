import { AddCompanyNote, AssignPrimaryContact, OpenAccount, Streams } from '@renewals/commands';
import { type OrganizationId, organizationStream, zone as zoneOf } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf, unconditional } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, companyPeople, desk, officers, staff } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders, CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { OwnWrites } from '../reading/own-writes';
import { ReadQuery } from '../reading/read-query';
import { Companies } from './companies';
import { CompanyDocument, CompanyDocuments, OpenedAnswer } from './organization.document';
import { CompanyNoteBody, OrganizationBody, PrimaryContactBody } from './requests';

const notesAreFor: readonly string[] = staff;

/** Company accounts. */
@ApiTags('organizations')
@ApiBearerAuth()
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly companies: Companies,
    private readonly documents: CompanyDocuments,
    private readonly ownWrites: OwnWrites,
  ) {}

  @Post()
  @Allow(...desk)
  @ApiOperation({ operationId: 'registerOrganization', summary: 'Open an account, before a purchase or by it' })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: OpenedAnswer })
  @Problems('INVALID_ZONE', 'NOT_FOUND')
  async register(
    @Body() { via, name, zone, email, personName, policy, locale }: OrganizationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedAnswer> {
    const account = {
      via,
      role: 'customer',
      name,
      zone: zoneOf(zone),
      policy: this.companies.policy(policy, callerOf(request)),
      owner: { email, name: personName, ...(locale !== undefined && { locale }) },
    } as const;
    const command = new OpenAccount(account, unconditional(contextOf(request)));
    const { organizationId, contactId, revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision)).header('location', `/organizations/${organizationId}`);
    return { organizationId, contactId, revision };
  }

  @Get(':id')
  @Allow(...staff, ...companyPeople, 'service')
  @ApiOperation({ operationId: 'readOrganization', summary: 'The account, and everybody who belongs to it' })
  @ApiOkResponse({ type: CompanyDocument })
  @Problems('NOT_FOUND', 'VIEW_BEHIND')
  async read(
    @Param('id') id: OrganizationId,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CompanyDocument> {
    await this.companies.reached(id, caller);
    const { revision } = await this.ownWrites.atLeast(atLeast, () => this.streams.read(organizationStream, id));
    const company = await this.companies.reached(id, caller);
    void reply.header('etag', etagOf(revision));
    return this.documents.of(company, revision, notesAreFor.includes(caller.role));
  }

  @Post(':id/primary-contact')
  @Allow(...companyPeople, 'support')
  @ApiOperation({ operationId: 'assignPrimaryContact', summary: 'Name the next primary contact' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_PRIMARY_CONTACT', 'REVISION_CONFLICT')
  async assignPrimaryContact(
    @Param('id') id: OrganizationId,
    @Body() { contactId, reason }: PrimaryContactBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const caller = callerOf(request);
    const vendor = await this.companies.policyOf(await this.companies.reached(id, caller), caller);
    const command = new AssignPrimaryContact(id, contactId, reason, vendor, contextOf(request));
    const { revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision };
  }

  @Post(':id/notes')
  @Allow(...officers)
  @ApiOperation({ operationId: 'addNote', summary: 'Remember something of the company' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async addNote(
    @Param('id') id: OrganizationId,
    @Body() { text }: CompanyNoteBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.companies.reached(id, callerOf(request));
    const { revision } = await this.commands.execute(new AddCompanyNote(id, text, contextOf(request)));
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
