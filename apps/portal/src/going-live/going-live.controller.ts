import { ReleaseMail } from '@renewals/commands';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../../../api/src/commanding/contexts';
import { Allow } from '../../../api/src/identity/allowed';
import { goTo } from '../page/answer';
import { Form } from '../page/form';

@ApiExcludeController()
@Controller('portal/go-live')
export class GoingLiveController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Allow('admin')
  async release(@Body() { once }: Form, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.commands.execute(new ReleaseMail(contextOf(request, once)));
    await goTo(reply, '/');
  }
}
