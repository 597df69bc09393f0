import { type Outcome, ResubscribeReminders, Streams, UnsubscribeReminders } from '@renewals/commands';
import { type ContactId, type OrderId, orderStream, Refusal } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, officers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { OwnWrites } from '../reading/own-writes';
import { Reach } from '../reading/reach';
import { ReadQuery } from '../reading/read-query';
import { ReminderSubscriptionDocument, SubscriberBody } from './order-contact.document';

/** Whether one person is reminded of one order. Access to it, other orders and the newsletter stay as they are (E). */
@ApiTags('orders')
@ApiBearerAuth()
@Controller('orders/:id/reminders-subscription')
export class RemindersSubscriptionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly reach: Reach,
    private readonly ownWrites: OwnWrites,
  ) {}

  @Get()
  @Allow('customer')
  @ApiOperation({ operationId: 'readReminderSubscription', summary: 'Whether one is reminded of this order' })
  @ApiOkResponse({ type: ReminderSubscriptionDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'VIEW_BEHIND')
  async read(
    @Param('id') id: OrderId,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReminderSubscriptionDocument> {
    await this.reach.order(id, caller);
    const { revision } = await this.ownWrites.atLeast(atLeast, () => this.streams.read(orderStream, id));
    const order = await this.reach.order(id, caller);
    const endedVia = order.unsubscribed.get(caller.subject as ContactId);
    void reply.header('etag', etagOf(revision));
    return { orderId: id, subscribed: endedVia === undefined, ...(endedVia && { endedVia }), revision };
  }

  @Post('cancellation')
  @Allow('customer', ...officers)
  @ApiOperation({ operationId: 'unsubscribeReminders', summary: 'No more reminders of this order' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'REVISION_CONFLICT')
  async cancel(
    @Param('id') id: OrderId,
    @Body() { contactId }: SubscriberBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const subscriber = await this.subscriber(id, contactId, callerOf(request));
    return this.answered(new UnsubscribeReminders(id, subscriber, 'contact', contextOf(request)), reply);
  }

  @Post('resumption')
  @Allow('customer', ...officers)
  @ApiOperation({ operationId: 'resubscribeReminders', summary: 'Reminders of this order again' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'REVISION_CONFLICT')
  async resume(
    @Param('id') id: OrderId,
    @Body() { contactId }: SubscriberBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    const subscriber = await this.subscriber(id, contactId, callerOf(request));
    return this.answered(new ResubscribeReminders(id, subscriber, contextOf(request)), reply);
  }

  private async subscriber(id: OrderId, named: string | undefined, caller: Caller): Promise<ContactId> {
    const order = await this.reach.order(id, caller);
    const subscriber = named ?? (caller.role === 'customer' ? caller.subject : undefined);
    if (subscriber === undefined) throw new Refusal('INVALID_INPUT', 'Say whose reminders, as contactId.');
    if (caller.role === 'customer' && subscriber !== caller.subject) {
      throw new Refusal('NOT_ALLOWED', 'Everybody unsubscribes for themselves. Remove the person from the contacts.');
    }
    if ([...order.contacts.values()].some(({ contactId }) => contactId === subscriber)) return subscriber as ContactId;
    throw new Refusal('NOT_FOUND', 'That person is no contact of this order. Look them up among its contacts.');
  }

  private async answered(command: Command<Outcome>, reply: FastifyReply): Promise<RevisionAnswer> {
    const { revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
