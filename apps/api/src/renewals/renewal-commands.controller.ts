import {
  AcceptQuote,
  ApproveRenewal,
  AuthorizeLateRenewal,
  type CommandContext,
  GenerateInvoice,
  QuoteRenewal,
  RecordCommitment,
  WithdrawRenewal,
} from '@renewals/commands';
import type { RenewalId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, desk, renewers } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { InvoicedAnswer, QuotedAnswer } from './answers';
import { CommitmentBody, InvoiceBody, LateAuthorizationBody, QuoteAcceptanceBody, QuoteBody } from './requests';

/** What is done to a renewal, each a resource of its own below it. */
@ApiTags('renewals')
@ApiBearerAuth()
@Controller('renewals/:id')
export class RenewalCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reach: Reach,
  ) {}

  @Post('quote')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'quoteRenewal', summary: 'State what it costs, for a limited time' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: QuotedAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'RENEWAL_ENDED', 'REVISION_CONFLICT')
  async quote(
    @Param('id') id: RenewalId,
    @Body() { proforma = false }: QuoteBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuotedAnswer> {
    const { revision, quoteId } = await this.run(
      id,
      request,
      reply,
      (context) => new QuoteRenewal(id, proforma, context),
    );
    return { revision, quoteId };
  }

  @Post('quote/acceptance')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'acceptQuote', summary: 'Accept the last quote, which approves the renewal' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems(
    'NOT_FOUND',
    'NOT_AN_ORDER_CONTACT',
    'QUOTE_EXPIRED',
    'RENEWAL_ENDED',
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    'REVISION_CONFLICT',
  )
  async acceptQuote(
    @Param('id') id: RenewalId,
    @Body() { quoteId }: QuoteAcceptanceBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.run(id, request, reply, (context) => new AcceptQuote(id, quoteId, context));
    return { revision };
  }

  @Post('approval')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'approveRenewal', summary: 'Agree in advance: it starts when the old term is over' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems(
    'NOT_FOUND',
    'NOT_AN_ORDER_CONTACT',
    'RENEWAL_ENDED',
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    'REVISION_CONFLICT',
  )
  async approve(
    @Param('id') id: RenewalId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.run(id, request, reply, (context) => new ApproveRenewal(id, context));
    return { revision };
  }

  @Post('commitment')
  @Allow(...desk)
  @ApiOperation({ operationId: 'recordCommitment', summary: 'Record a purchase order or a signed document' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'RENEWAL_ENDED', 'REVISION_CONFLICT')
  async commit(
    @Param('id') id: RenewalId,
    @Body() { kind, reference }: CommitmentBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.run(
      id,
      request,
      reply,
      (context) => new RecordCommitment(id, kind, reference, context),
    );
    return { revision };
  }

  @Post('invoice')
  @Allow(...desk)
  @ApiOperation({ operationId: 'generateInvoice', summary: 'Invoice it: the new contract starts, or is set to start' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: InvoicedAnswer })
  @Problems(
    'NOT_FOUND',
    'RENEWAL_NOT_APPROVED',
    'COMMITMENT_REQUIRED',
    'MIXED_PURCHASE_ORDERS',
    'RENEWAL_ENDED',
    'REVISION_CONFLICT',
  )
  async invoice(
    @Param('id') id: RenewalId,
    @Body() { poNumber }: InvoiceBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoicedAnswer> {
    const { revision, invoiceId } = await this.run(
      id,
      request,
      reply,
      (context) => new GenerateInvoice(id, poNumber, context),
    );
    return { revision, invoiceId };
  }

  @Post('late-authorization')
  @Allow('support')
  @ApiOperation({ operationId: 'authorizeLateRenewal', summary: 'Choose where the term of a late renewal starts' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'RENEWAL_ENDED', 'INVALID_DATE', 'REVISION_CONFLICT')
  async authorizeLate(
    @Param('id') id: RenewalId,
    @Body() { basis }: LateAuthorizationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.run(id, request, reply, (context) => new AuthorizeLateRenewal(id, basis, context));
    return { revision };
  }

  @Post('withdrawal')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'withdrawRenewal', summary: 'End it before its invoice' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'RENEWAL_ENDED', 'REVISION_CONFLICT')
  async withdraw(
    @Param('id') id: RenewalId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const reason = callerOf(request).role === 'customer' ? 'by-customer' : 'by-sales';
    const { revision } = await this.run(id, request, reply, (context) => new WithdrawRenewal(id, reason, context));
    return { revision };
  }

  private async run<Answer extends RevisionAnswer>(
    id: RenewalId,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<Answer>,
  ): Promise<Answer> {
    await this.reach.renewal(id, callerOf(request));
    const answer = await this.commands.execute(command(contextOf(request)));
    void reply.header('etag', etagOf(answer.revision));
    return answer;
  }
}
