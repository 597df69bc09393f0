import { OverrideLicenseOffsets, OverrideOrganizationOffsets } from '@renewals/commands';
import type { LicenseId, OrganizationId } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, officers, readers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Companies } from '../organizations/companies';
import { Reach } from '../reading/reach';
import {
  ReminderOffsetsBody,
  ReminderOffsetsDocument,
  reminderOffsetsOf,
  wantedOffsets,
} from './reminder-offsets.document';

/** Other reminder days than the policy's, for one license or all of a company. */
@ApiTags('reminders')
@ApiBearerAuth()
@Controller()
export class ReminderOffsetsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reach: Reach,
    private readonly companies: Companies,
  ) {}

  @Get('licenses/:id/reminder-offsets')
  @Allow(...readers)
  @ApiOperation({ operationId: 'readReminderOffsets', summary: 'On which days it is reminded of, and who set them' })
  @ApiOkResponse({ type: ReminderOffsetsDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async read(@Param('id') id: LicenseId, @From() caller: Caller): Promise<ReminderOffsetsDocument> {
    return reminderOffsetsOf(await this.reach.license(id, caller));
  }

  @Post('licenses/:id/reminder-offsets')
  @Allow(...officers)
  @ApiOperation({
    operationId: 'setReminderOffsets',
    summary: 'Remind of the license on other days',
    description:
      'They go before those of the company and of the policy, and hold for the licenses that follow. What was decided stays; a day that is past counts as missed, so that one mail goes out at once.',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'LICENSE_TERMINATED', 'NOT_A_TRIAL', 'INVALID_COUNT', 'REVISION_CONFLICT')
  async ofLicense(
    @Param('id') id: LicenseId,
    @Body() body: ReminderOffsetsBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const wanted = wantedOffsets(body);
    await this.reach.license(id, callerOf(request));
    return answered(await this.commands.execute(new OverrideLicenseOffsets(id, wanted, contextOf(request))), reply);
  }

  @Post('organizations/:id/reminder-offsets')
  @Allow(...officers)
  @ApiOperation({
    operationId: 'setReminderOffsetsOfOrganization',
    summary: 'Remind of all licenses of the company on other days',
    description: 'Its licenses, and their maintenance, follow by themselves. Those with days of their own keep them.',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'INVALID_COUNT', 'REVISION_CONFLICT')
  async ofOrganization(
    @Param('id') id: OrganizationId,
    @Body() body: ReminderOffsetsBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const wanted = wantedOffsets(body);
    await this.companies.reached(id, callerOf(request));
    return answered(
      await this.commands.execute(new OverrideOrganizationOffsets(id, wanted, contextOf(request))),
      reply,
    );
  }
}

function answered({ revision }: RevisionAnswer, reply: FastifyReply): RevisionAnswer {
  void reply.header('etag', etagOf(revision));
  return { revision };
}
