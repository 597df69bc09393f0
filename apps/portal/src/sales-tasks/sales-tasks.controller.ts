import { CompleteSalesTask } from '@renewals/commands';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../../../api/src/commanding/contexts';
import { Allow, officers, staff } from '../../../api/src/identity/allowed';
import { type Caller, From } from '../../../api/src/identity/caller';
import { OwnWrites } from '../../../api/src/reading/own-writes';
import { Reach } from '../../../api/src/reading/reach';
import { ListSalesTasks, SalesTasksQuery } from '../../../api/src/sales-tasks/list-sales-tasks';
import { goTo, sendPage } from '../page/answer';
import { Form } from '../page/form';
import { Frames } from '../page/frame';
import { salesTasksPage } from './sales-tasks-page';

export class CompletionForm extends Form {
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  note?: string;
}

@ApiExcludeController()
@Controller('portal/sales-tasks')
export class SalesTaskPagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reach: Reach,
    private readonly ownWrites: OwnWrites,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allow(...staff)
  async list(
    @Query() query: SalesTasksQuery,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tasks = await this.queries.execute(new ListSalesTasks(query, caller));
    const frame = this.frames.of(request);
    const mayComplete = frame.mode !== 'virtual' && officers.some((role) => role === caller.role);
    await sendPage(reply, salesTasksPage(frame, { status: query.status, tasks, mayComplete }));
  }

  @Post(':id')
  @Allow(...officers)
  async complete(
    @Param('id') id: string,
    @Body() { once, note }: CompletionForm,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.reach.refuseForeignTask(id, caller);
    await this.commands.execute(new CompleteSalesTask(id, note?.trim() || undefined, contextOf(request, once)));
    await this.ownWrites.shown();
    await goTo(reply, '/portal/sales-tasks');
  }
}
