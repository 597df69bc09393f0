import {
  ApproveRenewal,
  AuthorizeLateRenewal,
  GenerateInvoice,
  RecordCommitment,
  WithdrawRenewal,
} from '@renewals/commands';
import type { RenewalId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { Allow, desk, renewers } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { InvoicedAnswer } from './answers';
import { OnRenewal } from './on-renewal';
import { CommitmentBody, InvoiceBody, LateAuthorizationBody, subjectOf } from './requests';

/** What is done to a renewal, each a resource of its own below it. */
@ApiTags('renewals')
@ApiBearerAuth()
@Controller('renewals/:id')
export class RenewalCommandsController {
  constructor(private readonly renewal: OnRenewal) {}

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
    const { revision } = await this.renewal.run(id, request, reply, (context) => new ApproveRenewal(id, context));
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
    @Body() { kind, reference, lines, replaces }: CommitmentBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.renewal.run(
      id,
      request,
      reply,
      (context) =>
        new RecordCommitment(id, kind, reference, context, {
          ...(lines && { subjects: lines.map(subjectOf) }),
          ...(replaces !== undefined && { replaces }),
        }),
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
    'INVALID_DATE',
    'RENEWAL_ENDED',
    'REVISION_CONFLICT',
  )
  async invoice(
    @Param('id') id: RenewalId,
    @Body() { poNumber }: InvoiceBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoicedAnswer> {
    const { revision, invoiceId } = await this.renewal.run(
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
    const { revision } = await this.renewal.run(
      id,
      request,
      reply,
      (context) => new AuthorizeLateRenewal(id, basis, context),
    );
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
    const { revision } = await this.renewal.run(
      id,
      request,
      reply,
      (context) => new WithdrawRenewal(id, reason, context),
    );
    return { revision };
  }
}
