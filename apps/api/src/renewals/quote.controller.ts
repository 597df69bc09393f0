import { AcceptQuote, ChangeRenewal, QuoteRenewal } from '@renewals/commands';
import type { RenewalId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { Allow, desk, renewers } from '../identity/allowed';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { QuotedAnswer } from './answers';
import { OnRenewal } from './on-renewal';
import { ChangeBody, QuoteAcceptanceBody, QuoteBody, subjectOf } from './requests';

/** What a renewal comes to: what is in it, and what it costs. */
@ApiTags('renewals')
@ApiBearerAuth()
@Controller('renewals/:id')
export class QuoteController {
  constructor(private readonly renewal: OnRenewal) {}

  @Post('changes')
  @Allow(...desk)
  @ApiOperation({ operationId: 'changeRenewal', summary: 'Renew a line with another quota, ahead of the cut-off' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'CANCELLATION_CUTOFF_PASSED', 'RENEWAL_ENDED', 'INVALID_COUNT', 'REVISION_CONFLICT')
  async change(
    @Param('id') id: RenewalId,
    @Body() change: ChangeBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.renewal.run(
      id,
      request,
      reply,
      (context) => new ChangeRenewal(id, subjectOf(change), change.quota, context),
    );
    return { revision };
  }

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
    const { revision, quoteId } = await this.renewal.run(
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
    const { revision } = await this.renewal.run(id, request, reply, (context) => new AcceptQuote(id, quoteId, context));
    return { revision };
  }
}
