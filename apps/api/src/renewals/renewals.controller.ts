import { RequestByProviderForm, RequestRenewal } from '@renewals/commands';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf, unconditional } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, readers, renewers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { ReadQuery } from '../reading/read-query';
import { RequestedAnswer } from './answers';
import { FindRenewal } from './find-renewal';
import { RenewalDocument } from './renewal.document';
import { requestedLine, RequestRenewalBody } from './requests';
import { purchaseOrderFrom, sourceFor } from './source';

@ApiTags('renewals')
@ApiBearerAuth()
@Controller('renewals')
export class RenewalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Allow(...renewers)
  @ApiOperation({
    operationId: 'requestRenewal',
    summary: 'Request the renewal of licenses, of the maintenance of perpetual ones, or of both',
    description: 'Each line is taken or refused by itself; when none is taken, the first refusal is the answer.',
  })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: RequestedAnswer })
  @Problems(
    'NOT_FOUND',
    'NOT_AN_ORDER_CONTACT',
    'CURRENT_EXPIRY_MISMATCH',
    'RENEWAL_ALREADY_OPEN',
    'RENEWAL_CHANNEL_NOT_ALLOWED',
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    'LICENSE_NOT_ACTIVATED',
    'LICENSE_TERMINATED',
  )
  async request(
    @Body() { lines, providerForm }: RequestRenewalBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestedAnswer> {
    const caller = callerOf(request);
    const context = unconditional(contextOf(request));
    const asked = lines.map(requestedLine);
    const { renewalId, revision } = await this.commands.execute(
      providerForm
        ? new RequestByProviderForm(asked, purchaseOrderFrom(providerForm, caller), context)
        : new RequestRenewal(asked, sourceFor(caller, lines.length), context),
    );
    const { refused = [] } = await this.queries.execute(new FindRenewal(renewalId, caller));
    void reply.header('location', `/renewals/${renewalId}`).header('etag', etagOf(revision));
    return { renewalId, revision, refused };
  }

  @Get(':id')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readRenewal', summary: 'One renewal as it is' })
  @ApiOkResponse({ type: RenewalDocument, headers: { ETag: { schema: { type: 'string' } } } })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'VIEW_BEHIND')
  async read(
    @Param('id') id: string,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RenewalDocument> {
    const renewal = await this.queries.execute(new FindRenewal(id, caller, atLeast));
    void reply.header('etag', etagOf(renewal.revision));
    return renewal;
  }
}
