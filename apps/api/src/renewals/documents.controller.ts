import { DocumentsOfRenewal, type PaperDocument } from '@renewals/automations';
import { Desk } from '@renewals/commands';
import { billingContactOf, type ContactId, firstLine, localeOf, Refusal } from '@renewals/licensing';
import { applyDecorators, Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, readers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { Reach, type RequestedRenewal } from '../reading/reach';
import { adviceFor } from './ask';

const PDF = 'application/pdf';

const AnswersPdf = (): MethodDecorator =>
  applyDecorators(
    ApiProduces(PDF),
    ApiOkResponse({ content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } }),
  );

/** What of a renewal is kept on paper, for whoever reads the renewal: with the lines that they see, in their language. */
@ApiTags('renewals')
@ApiBearerAuth()
@Controller('renewals/:id')
export class DocumentsController {
  constructor(
    private readonly reach: Reach,
    private readonly desk: Desk,
    private readonly documents: DocumentsOfRenewal,
  ) {}

  @Get('quote/proforma.pdf')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readProforma', summary: 'Its last quote as a proforma invoice' })
  @AnswersPdf()
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async proforma(@Param('id') id: string, @From() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const renewal = await this.billed(id, caller);
    const document = await this.documents.proforma(renewal, await this.localeFor(renewal, caller));
    if (!document) throw none('It has no proforma. Ask for a quote that is one: POST /renewals/{id}/quote.');
    await sendDocument(reply, document);
  }

  @Get('receipt.pdf')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readReceipt', summary: 'Its invoice, and what was paid of it' })
  @AnswersPdf()
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async receipt(@Param('id') id: string, @From() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const renewal = await this.billed(id, caller);
    const document = await this.documents.receipt(renewal, await this.localeFor(renewal, caller));
    if (!document) throw none('It is not invoiced yet, and has no receipt. Ask again once it is.');
    await sendDocument(reply, document);
  }

  /** What a reseller sold is the reseller's to bill: its customer is told whom to ask (L). */
  private async billed(id: string, caller: Caller): Promise<RequestedRenewal> {
    const renewal = await this.reach.renewal(id, caller);
    const { advice } = await adviceFor(caller, firstLine(renewal).subject.id, this.desk);
    if (advice !== undefined) throw none(advice);
    return renewal;
  }

  /** The vendor's people see what the one who is billed gets. */
  private async localeFor(renewal: RequestedRenewal, { role, subject }: Caller): Promise<string> {
    const { order, organization, policy } = await this.desk.licenseWithOrder(firstLine(renewal).subject.id);
    const reader = role === 'customer' ? (subject as ContactId) : billingContactOf(order);
    return localeOf(organization, reader, policy);
  }
}

function none(message: string): Refusal {
  return new Refusal('NOT_FOUND', message);
}

function sendDocument(reply: FastifyReply, { filename, contentType, content }: PaperDocument): FastifyReply {
  return reply
    .type(contentType)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('cache-control', 'private, no-cache')
    .send(content);
}
