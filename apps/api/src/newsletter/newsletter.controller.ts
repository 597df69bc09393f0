import { SubscribeToNewsletter } from '@renewals/commands';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { takingTheSameTime } from '../accounts/same-time';
import { visitorContextOf } from '../commanding/contexts';
import { ForVisitors } from '../identity/allowed';
import { CreatingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { SubscriptionAnswer, SubscriptionBody } from './newsletter.document';

/** News for anybody, with or without an account; apart from the reminders of orders (E, F). They end by their link. */
@ApiTags('newsletter')
@Controller('newsletter')
@ForVisitors()
export class NewsletterController {
  constructor(private readonly commands: CommandBus) {}

  @Post('subscriptions')
  @HttpCode(202)
  @ApiOperation({ operationId: 'subscribeToNewsletter', summary: 'Get news at an address: interests are added' })
  @CreatingHeaders()
  @ApiAcceptedResponse({ type: SubscriptionAnswer })
  @Problems()
  async subscribe(
    @Body() { email, interests }: SubscriptionBody,
    @Req() request: FastifyRequest,
  ): Promise<SubscriptionAnswer> {
    const command = new SubscribeToNewsletter(email, interests, visitorContextOf(request));
    await takingTheSameTime(this.commands.execute(command));
    return { status: 'accepted' };
  }
}
