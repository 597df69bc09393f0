import {
  AddOrderContact,
  AddressBook,
  ChangeBillingContact,
  type Outcome,
  RemoveOrderContact,
  Streams,
} from '@renewals/commands';
import { type ContactId, type OrderId, orderStream } from '@renewals/licensing';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionAnswer } from '../commanding/answers';
import { contextOf } from '../commanding/contexts';
import { etagOf } from '../commanding/etag';
import { Allow, desk, officers, readers } from '../identity/allowed';
import { type Caller, callerOf, From } from '../identity/caller';
import { ChangingHeaders } from '../openapi/command-headers';
import { Problems } from '../openapi/problems';
import { OwnWrites } from '../reading/own-writes';
import { Reach } from '../reading/reach';
import { ReadQuery } from '../reading/read-query';
import {
  BillingContactBody,
  OrderContactBody,
  OrderContactRoleBody,
  OrderContactsDocument,
} from './order-contact.document';
import { PeopleOfOrder } from './people-of-order';

/** Order > My Orders > Manage Contacts: who sees the order's licenses and is reminded of them (F, E). */
@ApiTags('orders')
@ApiBearerAuth()
@Controller('orders/:id')
export class OrderContactsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly book: AddressBook,
    private readonly people: PeopleOfOrder,
    private readonly reach: Reach,
    private readonly ownWrites: OwnWrites,
  ) {}

  @Get('contacts')
  @Allow(...readers)
  @ApiOperation({ operationId: 'listOrderContacts', summary: 'Who is on the lists of the order' })
  @ApiOkResponse({ type: OrderContactsDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'VIEW_BEHIND')
  async list(
    @Param('id') id: OrderId,
    @Query() { atLeast }: ReadQuery,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderContactsDocument> {
    await this.reach.order(id, caller);
    const { revision } = await this.ownWrites.atLeast(atLeast, () => this.streams.read(orderStream, id));
    void reply.header('etag', etagOf(revision));
    const order = await this.reach.order(id, caller);
    return { items: await this.people.of(order), alert: order.alerts.has('no-recipient'), revision };
  }

  @Post('contacts')
  @Allow(...desk, 'customer')
  @ApiOperation({ operationId: 'addOrderContact', summary: 'Add a contact of the company to the order' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'CONTACT_NOT_LINKED_TO_ORGANIZATION', 'REVISION_CONFLICT')
  async add(
    @Param('id') id: OrderId,
    @Body() { email, role }: OrderContactBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.reach.order(id, callerOf(request));
    const contactId = await this.book.contactOf(email);
    return this.answered(new AddOrderContact(id, contactId, role, email, contextOf(request)), reply);
  }

  @Post('contacts/:contactId/removal')
  @Allow(...desk, 'customer')
  @ApiOperation({ operationId: 'removeOrderContact', summary: 'End access and reminders of this order' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'REVISION_CONFLICT')
  async remove(
    @Param('id') id: OrderId,
    @Param('contactId') contactId: ContactId,
    @Body() { role }: OrderContactRoleBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.reach.order(id, callerOf(request));
    return this.answered(new RemoveOrderContact(id, contactId, role, contextOf(request)), reply);
  }

  @Post('billing-contact')
  @Allow(...officers, 'customer')
  @ApiOperation({ operationId: 'changeBillingContact', summary: 'Name another billing contact: sales does' })
  @ChangingHeaders()
  @ApiCreatedResponse({ type: RevisionAnswer })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'CONTACT_NOT_LINKED_TO_ORGANIZATION', 'REVISION_CONFLICT')
  async changeBillingContact(
    @Param('id') id: OrderId,
    @Body() { email }: BillingContactBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevisionAnswer> {
    await this.reach.order(id, callerOf(request));
    const contactId = await this.book.contactOf(email);
    return this.answered(new ChangeBillingContact(id, contactId, email, contextOf(request)), reply);
  }

  private async answered(command: Command<Outcome>, reply: FastifyReply): Promise<RevisionAnswer> {
    const { revision } = await this.commands.execute(command);
    void reply.header('etag', etagOf(revision));
    return { revision };
  }
}
