import { ChangeContactLocale, ChangeOrganizationLocale, type CommandContext } from '@renewals/commands';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { knownLocales } from '@renewals/words';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../../../api/src/commanding/contexts';
import { Allow, companyPeople } from '../../../api/src/identity/allowed';
import { callerOf } from '../../../api/src/identity/caller';
import { noSuchCompany } from '../../../api/src/organizations/companies';
import { CompanyDocuments } from '../../../api/src/organizations/organization.document';
import { LocaleBody } from '../../../api/src/organizations/requests';
import { goTo, sendPage } from '../page/answer';
import { Frames } from '../page/frame';
import { type Account, accountPage } from './account-page';
import { OwnCompanies } from './own-company';

export class LocaleForm extends LocaleBody {
  @IsOptional()
  @IsUUID()
  once?: string;
}

/** One's own company: who belongs to it, and the language of its mail. */
@ApiExcludeController()
@Controller('portal/account')
export class AccountController {
  constructor(
    private readonly commands: CommandBus,
    private readonly companies: OwnCompanies,
    private readonly documents: CompanyDocuments,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...companyPeople)
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, accountPage(this.frames.of(request), await this.account(request)));
  }

  @Post('locale')
  @Allow(...companyPeople)
  chooseMine(@Body() { locale, once }: LocaleForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const me = callerOf(request).subject as ContactId;
    const context = contextOf(request, once);
    return this.done(request, reply, (id) => new ChangeContactLocale(id, me, locale, context));
  }

  @Post('company-locale')
  @Allow(...companyPeople)
  chooseOurs(@Body() { locale, once }: LocaleForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const context: CommandContext = contextOf(request, once);
    return this.done(request, reply, (id) => new ChangeOrganizationLocale(id, locale, context));
  }

  private async account(request: FastifyRequest): Promise<Account | undefined> {
    const caller = callerOf(request);
    const own = await this.companies.of(caller);
    if (!own) return undefined;
    const company = await this.documents.of(own.company, own.revision, false);
    const me = company.contacts.find(({ contactId }) => contactId === caller.subject);
    return me && { company, me, locales: knownLocales() };
  }

  private async done(
    request: FastifyRequest,
    reply: FastifyReply,
    command: (organizationId: OrganizationId) => Command<unknown>,
  ): Promise<void> {
    const own = await this.companies.of(callerOf(request));
    if (!own) throw noSuchCompany();
    await this.commands.execute(command(own.company.registration.organizationId));
    await goTo(reply, '/portal/account');
  }
}
