import {
  CancelRecurringBilling,
  type CommandContext,
  EnableRecurringBilling,
  ResumeRecurringBilling,
  Streams,
} from '@renewals/commands';
import { billingAgreementStream, type LicenseId } from '@renewals/licensing';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, desk, readers, renewers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';

/** Whether the license is renewed by itself (L). */
export class RecurringBillingDocument {
  @ApiProperty({ enum: ['none', 'on', 'cancelled'] })
  status!: string;

  @ApiProperty({ description: "Of the agreement's stream; the ETag. -1 while there is none.", type: 'integer' })
  revision!: number;
}

@ApiTags('recurring billing')
@ApiBearerAuth()
@Controller('licenses/:id/recurring-billing')
export class RecurringBillingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly reach: Reach,
  ) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({ operationId: 'readRecurringBilling', summary: 'Whether it is on' })
  @ApiOkResponse({ type: RecurringBillingDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async read(
    @Param('id') id: LicenseId,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecurringBillingDocument> {
    await this.reach.license(id, caller);
    const { state, revision } = await this.streams.read(billingAgreementStream, id);
    void reply.header('etag', etagOf(revision));
    return { status: state.status, revision };
  }

  @Post('enabling')
  @Allow(...desk)
  @ApiOperation({
    operationId: 'enableRecurringBilling',
    summary: 'Renew it by itself, as was agreed with the purchase',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_ALLOWED', 'REVISION_CONFLICT')
  enable(
    @Param('id') id: LicenseId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.run(id, request, reply, (context) => new EnableRecurringBilling(id, context));
  }

  @Post('cancellation')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'cancelRecurringBilling', summary: 'Let it end, more than 30 days ahead' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'CANCELLATION_CUTOFF_PASSED', 'REVISION_CONFLICT')
  cancel(
    @Param('id') id: LicenseId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.run(id, request, reply, (context) => new CancelRecurringBilling(id, context));
  }

  @Post('resumption')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'resumeRecurringBilling', summary: 'Renew it by itself again' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'REVISION_CONFLICT')
  resume(
    @Param('id') id: LicenseId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.run(id, request, reply, (context) => new ResumeRecurringBilling(id, context));
  }

  private async run(
    id: LicenseId,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<RevisionAnswer>,
  ): Promise<RevisionAnswer> {
    await this.reach.license(id, callerOf(request));
    const { revision } = await this.commands.execute(command(contextOf(request)));
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
