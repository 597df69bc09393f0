import { MarkReachable } from '@renewals/commands';
import type { ContactId, OrganizationId } from '@renewals/licensing';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow } from '../identity/allowed';
import { callerOf } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Companies } from './companies';
import { ReachabilityBody } from './requests';

/** Whether mail reaches people: bounces and complaints say it does not, support that it does again. */
@ApiTags('organizations')
@ApiBearerAuth()
@Controller('organizations/:id')
export class ReachabilityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly companies: Companies,
  ) {}

  @Post('contacts/:contactId/reachability')
  @Allow('support', 'admin')
  @ApiOperation({ operationId: 'markReachable', summary: 'Write to a person again whose mail came back' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async markReachable(
    @Param('id') id: OrganizationId,
    @Param('contactId') contactId: ContactId,
    @Body() { reason }: ReachabilityBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.companies.reached(id, callerOf(request));
    const { revision } = await this.commands.execute(new MarkReachable(id, contactId, reason, contextOf(request)));
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
