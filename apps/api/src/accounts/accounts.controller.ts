import { RequestPasswordLink, SetPassword } from '@renewals/commands';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { visitorContextOf } from '../commanding/contexts';
import { ForVisitors } from '../identity/allowed';
import { CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { Accepted, PasswordBody, PasswordLinkBody, PasswordSetAnswer } from './requests';
import { takingTheSameTime } from './same-time';

/** What somebody does who cannot sign in yet (P). */
@ApiTags('accounts')
@Controller('accounts')
@ForVisitors()
export class AccountsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('password-link')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'requestPasswordLink',
    summary: 'Have a link mailed that sets a first or a new password',
  })
  @CreatingHeaders()
  @ApiAcceptedResponse({ type: Accepted })
  @Problems('NOT_FOUND')
  async requestLink(@Body() { email, policy }: PasswordLinkBody, @Req() request: FastifyRequest): Promise<Accepted> {
    const command = new RequestPasswordLink(email, policy, visitorContextOf(request));
    await takingTheSameTime(this.commands.execute(command));
    return { status: 'accepted' };
  }

  @Post('password')
  @ApiOperation({ operationId: 'setPassword', summary: 'Set a password by a mailed link, which is good once' })
  @CreatingHeaders()
  @ApiCreatedResponse({ type: PasswordSetAnswer })
  @Problems('PASSWORD_LINK_EXPIRED')
  async setPassword(
    @Body() { token, password }: PasswordBody,
    @Req() request: FastifyRequest,
  ): Promise<PasswordSetAnswer> {
    await this.commands.execute(new SetPassword(token, password, visitorContextOf(request)));
    return { status: 'set' };
  }
}
