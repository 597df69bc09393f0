import {
  ActivateLicense,
  AddQuota,
  type CommandContext,
  ConfirmConfiguration,
  ExtendTrial,
  ReactivateLicense,
  ReportUsage,
  TerminateLicense,
} from '@renewals/commands';
import { isoDate, type LicenseId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, desk, renewers } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { ChangingHeaders, CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { AddedQuotaAnswer, UsageAnswerDocument } from './answers';
import { AddQuotaBody, ConfigurationBody, ReactivationBody, TerminationBody, UsageBody } from './requests';
import { instantOf } from './used-at';

/** What is done to a license, each a resource of its own below it. */
@ApiTags('licenses')
@ApiBearerAuth()
@Controller('licenses/:id')
export class LicenseCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reach: Reach,
  ) {}

  @Post('activation')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'activateLicense', summary: 'Make it usable: its term runs from today' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems(
    'NOT_FOUND',
    'NOT_AN_ORDER_CONTACT',
    'LICENSE_ALREADY_ACTIVATED',
    'LICENSE_TERMINATED',
    'NOT_A_TRIAL',
    'REVISION_CONFLICT',
  )
  activate(
    @Param('id') id: LicenseId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.change(id, request, reply, (context) => new ActivateLicense(id, context));
  }

  @Post('quota-additions')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'addQuota', summary: 'Add quota: a license of its own on the same handshake code' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: AddedQuotaAnswer })
  @Problems(
    'NOT_FOUND',
    'NOT_AN_ORDER_CONTACT',
    'QUOTA_CHANNEL_NOT_ALLOWED',
    'INVALID_COUNT',
    'LICENSE_NOT_ACTIVATED',
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    'LICENSE_TERMINATED',
    'REVISION_CONFLICT',
  )
  async addQuota(
    @Param('id') id: LicenseId,
    @Body() { quantity, paymentMethod }: AddQuotaBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AddedQuotaAnswer> {
    const { revision, newLicenseId } = await this.run(
      id,
      request,
      reply,
      (context) => new AddQuota(id, quantity, context, paymentMethod),
    );
    return { revision, newLicenseId };
  }

  @Post('usage-reports')
  @Allow(...renewers)
  @ApiOperation({
    operationId: 'reportUsage',
    summary: 'Report what was used of it, in any order and as late as need be',
    description: 'Each report is counted once, by its id, in whatever batch it comes; each is refused by itself.',
  })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: UsageAnswerDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async reportUsage(
    @Param('id') id: LicenseId,
    @Body() { reports }: UsageBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UsageAnswerDocument> {
    const used = reports.map(({ usedAt, ...report }) => ({ ...report, usedAt: instantOf(usedAt) }));
    const answer = await this.run(id, request, reply, (context) => new ReportUsage(id, used, context));
    return { revision: answer.revision, reports: answer.reports };
  }

  @Post('trial-extensions')
  @Allow(...renewers)
  @ApiOperation({ operationId: 'extendTrial', summary: 'Lengthen a trial that is about to end' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems(
    'NOT_FOUND',
    'NOT_AN_ORDER_CONTACT',
    'NOT_A_TRIAL',
    'TRIAL_EXTENSION_LIMIT',
    'TRIAL_EXTENSION_TOO_EARLY',
    'LICENSE_NOT_ACTIVATED',
    'LICENSE_EXPIRED_CONTACT_SUPPORT',
    'LICENSE_TERMINATED',
    'REVISION_CONFLICT',
  )
  extendTrial(
    @Param('id') id: LicenseId,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.change(id, request, reply, (context) => new ExtendTrial(id, context));
  }

  @Post('handshake-confirmation')
  @Allow(...renewers)
  @ApiOperation({
    operationId: 'confirmHandshake',
    summary: 'Say that it was configured to its handshake code by hand',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'LICENSE_NOT_ACTIVATED', 'LICENSE_TERMINATED', 'REVISION_CONFLICT')
  confirmHandshake(
    @Param('id') id: LicenseId,
    @Body() { code }: ConfigurationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    return this.change(id, request, reply, (context) => new ConfirmConfiguration(id, code, context));
  }

  @Post('reactivation')
  @Allow('support', 'admin')
  @ApiOperation({ operationId: 'reactivateLicense', summary: 'Open an expired license again, to a day of your choice' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems(
    'NOT_FOUND',
    'INVALID_DATE',
    'TERM_OVERLAP',
    'RENEWAL_ALREADY_OPEN',
    'TRIAL_EXTENSION_LIMIT',
    'CURRENT_EXPIRY_MISMATCH',
    'LICENSE_NOT_ACTIVATED',
    'LICENSE_TERMINATED',
    'REVISION_CONFLICT',
  )
  reactivate(
    @Param('id') id: LicenseId,
    @Body() { until, reason }: ReactivationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const day = isoDate(until);
    return this.change(id, request, reply, (context) => new ReactivateLicense(id, day, reason, context));
  }

  @Post('termination')
  @Allow(...desk)
  @ApiOperation({ operationId: 'terminateLicense', summary: 'End it for good, before its term does' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'INVALID_DATE', 'LICENSE_TERMINATED', 'NOT_A_TRIAL', 'REVISION_CONFLICT')
  terminate(
    @Param('id') id: LicenseId,
    @Body() { on, reason }: TerminationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const day = isoDate(on);
    return this.change(id, request, reply, (context) => new TerminateLicense(id, day, reason, context));
  }

  private async change(
    id: LicenseId,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<RevisionAnswer>,
  ): Promise<RevisionAnswer> {
    const { revision } = await this.run(id, request, reply, command);
    return { revision };
  }

  private async run<Answer extends RevisionAnswer>(
    id: LicenseId,
    request: FastifyRequest,
    reply: FastifyReply,
    command: (context: CommandContext) => Command<Answer>,
  ): Promise<Answer> {
    await this.reach.license(id, callerOf(request));
    const answer = await this.commands.execute(command(contextOf(request)));
    void reply.header('etag', etagOf(answer.revision));
    return answer;
  }
}
