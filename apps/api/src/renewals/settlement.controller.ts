import { IssueCredit, RecordRenewalPayment, ReverseRenewalPayment } from '@renewals/commands';
import type { RenewalId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { Allow, desk } from '../identity/allowed';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { CreditedAnswer } from './answers';
import { OnRenewal } from './on-renewal';
import { CreditBody, lineToCredit, PaymentBody, PaymentReversalBody } from './settlement-requests';

/** The money of a renewal's invoice. How it stands, the renewal says. */
@ApiTags('renewals')
@ApiBearerAuth()
@Allow(...desk)
@Controller('renewals/:id')
export class SettlementController {
  constructor(private readonly renewal: OnRenewal) {}

  @Post('payments')
  @ApiOperation({
    operationId: 'recordRenewalPayment',
    summary: 'Record money that came in, once for each payment',
    description: 'Never more than the invoice has open.',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'INVOICE_REQUIRED', 'AMOUNT_EXCEEDS_INVOICE', 'INVALID_DATE', 'REVISION_CONFLICT')
  async pay(
    @Param('id') id: RenewalId,
    @Body() payment: PaymentBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.renewal.run(
      id,
      request,
      reply,
      (context) => new RecordRenewalPayment(id, payment, context),
    );
    return { revision };
  }

  @Post('payment-reversals')
  @ApiOperation({
    operationId: 'reverseRenewalPayment',
    summary: 'A payment bounced',
    description: 'A contract that has started runs on, and a task for sales opens.',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'INVOICE_REQUIRED', 'REVISION_CONFLICT')
  async reverse(
    @Param('id') id: RenewalId,
    @Body() { paymentId, reason }: PaymentReversalBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.renewal.run(
      id,
      request,
      reply,
      (context) => new ReverseRenewalPayment(id, paymentId, reason, context),
    );
    return { revision };
  }

  @Post('credits')
  @ApiOperation({ operationId: 'issueCredit', summary: 'Give back an amount, or the unused days of a contract' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: CreditedAnswer })
  @Problems('NOT_FOUND', 'INVOICE_REQUIRED', 'AMOUNT_EXCEEDS_INVOICE', 'INVALID_DATE', 'REVISION_CONFLICT')
  async credit(
    @Param('id') id: RenewalId,
    @Body() { lines, reason }: CreditBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreditedAnswer> {
    const toCredit = lines.map(lineToCredit);
    const { revision, creditId } = await this.renewal.run(
      id,
      request,
      reply,
      (context) => new IssueCredit(id, toCredit, reason, context),
    );
    return { revision, creditId };
  }
}
