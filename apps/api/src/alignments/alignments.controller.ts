import {
  ApplyAlignment,
  ApproveAlignment,
  type Outcome,
  ProposeAlignment,
  WithdrawAlignment,
} from '@renewals/commands';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Command, CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf, unconditional } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, readers, renewers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders, CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { ReadQuery } from '../reading/read-query';
import { AlignmentDocument, ProposedAnswer } from './alignment.document';
import { FindAlignment } from './find-alignment';
import { ApproveAlignmentBody, lineToAlign, ProposeAlignmentBody, shorteningChoice } from './requests';

/** Who proposes alignments, and applies them. */
const aligners = ['sales', 'support', 'admin'] as const;

/** Several terms moved to one expiry date. */
@ApiTags('alignments')
@ApiBearerAuth()
@Controller('alignments')
export class AlignmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reach: Reach,
  ) {}

  @Post()
  @Allow(...aligners)
  @ApiOperation({
    operationId: 'proposeAlignment',
    summary: 'Show what it means to move several terms to one date',
    description: 'A line that cannot be moved refuses the proposal. Nothing moves before it is approved.',
  })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: ProposedAnswer })
  @Problems(
    'NOT_FOUND',
    'INVALID_DATE',
    'CURRENT_EXPIRY_MISMATCH',
    'RENEWAL_ALREADY_OPEN',
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    'LICENSE_NOT_ACTIVATED',
    'LICENSE_TERMINATED',
    'TRIAL_EXTENSION_LIMIT',
  )
  async propose(
    @Body() { targetDate, lines }: ProposeAlignmentBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposedAnswer> {
    const caller = callerOf(request);
    for (const { licenseId } of lines) await this.reach.license(licenseId, caller);
    const { alignmentId, revision } = await this.commands.execute(
      new ProposeAlignment(targetDate, lines.map(lineToAlign), unconditional(contextOf(request))),
    );
    const alignment = await this.queries.execute(new FindAlignment(alignmentId, caller));
    void reply.header('location', `/alignments/${alignmentId}`).header('etag', etagOf(revision));
    return { revision, alignment };
  }

  @Get(':id')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readAlignment', summary: 'One alignment as it is' })
  @ApiOkResponse({ type: AlignmentDocument, headers: { ETag: { schema: { type: 'string' } } } })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'VIEW_BEHIND')
  async read(
    @Param('id') id: string,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlignmentDocument> {
    const alignment = await this.queries.execute(new FindAlignment(id, caller, atLeast));
    void reply.header('etag', etagOf(alignment.revision));
    return alignment;
  }

  @Post(':id/approval')
  @Allow(...renewers)
  @ApiOperation({
    operationId: 'approveAlignment',
    summary: 'Agree to the days and amounts that were shown: they are applied by themselves',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'PREVIEW_STALE', 'REVISION_CONFLICT')
  approve(
    @Param('id') id: string,
    @Body() { choices = [] }: ApproveAlignmentBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const command = new ApproveAlignment(id, choices.map(shorteningChoice), contextOf(request));
    return this.run(id, request, reply, command);
  }

  @Post(':id/application')
  @Allow(...aligners)
  @ApiOperation({ operationId: 'applyAlignment', summary: 'Move the terms of an approved alignment now' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  apply(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.run(id, request, reply, new ApplyAlignment(id, contextOf(request)));
  }

  @Post(':id/withdrawal')
  @Allow(...aligners)
  @ApiOperation({ operationId: 'withdrawAlignment', summary: 'End a proposal that nobody approved' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  withdraw(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.run(id, request, reply, new WithdrawAlignment(id, contextOf(request)));
  }

  private async run(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
    command: Command<Outcome>,
  ): Promise<RevisionAnswer> {
    await this.reach.alignment(id, callerOf(request));
    const { revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
