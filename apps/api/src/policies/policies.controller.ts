import { MoveOrderToPolicy, Policies } from '@renewals/commands';
import type { OrderId } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, staff } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { MovedToPolicyAnswer, MoveToPolicyBody, PolicyVersionsDocument } from './policy.document';

/** An order keeps the version of its policy that it was placed under, until it is moved. */
@ApiTags('policies')
@ApiBearerAuth()
@Controller()
export class PoliciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly policies: Policies,
    private readonly reach: Reach,
  ) {}

  @Get('policies')
  @Allow(...staff)
  @ApiOperation({ operationId: 'listPolicies', summary: 'Every version of a policy that orders may keep' })
  @ApiOkResponse({ type: PolicyVersionsDocument })
  @Problems()
  list(@From() { vendor }: Caller): PolicyVersionsDocument {
    const versions = this.policies.versions.filter(({ policy }) => vendor === undefined || vendor === policy);
    return { items: versions.map((version) => ({ ...version, newest: this.policies.isNewest(version) })) };
  }

  @Post('orders/:id/policy')
  @Allow('sales', 'admin')
  @ApiOperation({
    operationId: 'moveOrderToPolicy',
    summary: 'Put an order under another version of its policy',
    description: 'What was bought with it follows by itself: reminders and renewals to come are computed anew.',
  })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: MovedToPolicyAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async move(
    @Param('id') id: OrderId,
    @Body() { policyHash, reason }: MoveToPolicyBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MovedToPolicyAnswer> {
    await this.reach.order(id, callerOf(request));
    const command = new MoveOrderToPolicy(id, policyHash, reason, contextOf(request));
    const { revision, policy, policyHash: hash } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision, policy, policyHash: hash };
  }
}
