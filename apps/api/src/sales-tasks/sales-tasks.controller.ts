import { CompleteSalesTask } from '@renewals/commands';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, staff } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { ListSalesTasks, SalesTasksQuery } from './list-sales-tasks';
import { SalesTaskPage } from './sales-task.document';

export class CompletionBody {
  @ApiPropertyOptional({ description: 'What came of it.', example: 'Wrote to her, she renews.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  note?: string;
}

@ApiTags('sales tasks')
@ApiBearerAuth()
@Controller('sales-tasks')
export class SalesTasksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reach: Reach,
  ) {}

  @Get()
  @Allow(...staff)
  @ApiOperation({ operationId: 'listSalesTasks', summary: 'What sales has to do, what is due first first' })
  @ApiOkResponse({ type: SalesTaskPage })
  @Problems()
  list(@Query() query: SalesTasksQuery, @From() caller: Caller) {
    return this.queries.execute(new ListSalesTasks(query, caller));
  }

  @Post(':id/completion')
  @Allow('sales', 'support', 'admin')
  @ApiOperation({ operationId: 'completeSalesTask', summary: 'It was done' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'REVISION_CONFLICT')
  async complete(
    @Param('id') id: string,
    @Body() { note }: CompletionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.reach.refuseForeignTask(id, callerOf(request));
    const { revision } = await this.commands.execute(new CompleteSalesTask(id, note, contextOf(request)));
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
