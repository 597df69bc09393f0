import { ReminderDecisions } from '@renewals/projections';
import { Controller, Get, Query } from '@nestjs/common';
import { type IQueryHandler, Query as QueryOf, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Allow, readers } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { reminderDocument, RemindersDocument, type ReminderDocument } from './reminder.document';

export class RemindersQuery {
  @ApiProperty({ format: 'uuid', description: 'Id of the license.' })
  @IsUUID()
  license!: string;
}

export class RemindersOfLicense extends QueryOf<readonly ReminderDocument[]> {
  constructor(
    readonly license: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** Customers are told of their own mails and of decisions about everybody, not of who else was written to. */
@QueryHandler(RemindersOfLicense)
export class RemindersOfLicenseHandler implements IQueryHandler<RemindersOfLicense> {
  constructor(
    private readonly reach: Reach,
    private readonly decisions: ReminderDecisions,
  ) {}

  async execute({ license, caller }: RemindersOfLicense): Promise<readonly ReminderDocument[]> {
    await this.reach.license(license, caller);
    const rows = await this.decisions.ofLicense(license);
    return rows
      .filter(({ contactId }) => caller.role !== 'customer' || contactId === null || contactId === caller.subject)
      .map(reminderDocument);
  }
}

@ApiTags('reminders')
@ApiBearerAuth()
@Controller('reminders')
export class RemindersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...readers)
  @ApiOperation({ operationId: 'listReminders', summary: 'Why a reminder came, or did not' })
  @ApiOkResponse({ type: RemindersDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT')
  async list(@Query() { license }: RemindersQuery, @From() caller: Caller) {
    return { items: await this.queries.execute(new RemindersOfLicense(license, caller)) };
  }
}
