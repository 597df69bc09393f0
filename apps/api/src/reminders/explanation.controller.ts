import { type Explanation, ReminderExplanations, type ReminderQuestion } from '@renewals/automations';
import { isoDate, type LicenseId, Refusal } from '@renewals/licensing';
import { Controller, Get, Query } from '@nestjs/common';
import { type IQueryHandler, Query as QueryOf, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Allow, staff } from '../identity/allowed';
import { type Caller, From } from '../identity/caller';
import { Problems } from '../openapi/problems';
import { Reach } from '../reading/reach';
import { ExplanationDocument } from './explanation.document';

const LARGEST_OFFSET = 9_999;

export class ExplanationQuery {
  @ApiProperty({ format: 'uuid', description: 'Id of the license.' })
  @IsUUID()
  license!: string;

  @ApiProperty({ description: 'Days before the expiry.', type: 'integer', minimum: 0, maximum: LARGEST_OFFSET })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(LARGEST_OFFSET)
  offset!: number;

  @ApiPropertyOptional({ description: 'Id or e-mail address. Default: everybody; for customers, themselves.' })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  contact?: string;

  @ApiPropertyOptional({ description: 'The expiry that is reminded of. Default: the next one.', example: '2026-03-10' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  expiresOn?: string;
}

/** Throws `INVALID_DATE`. */
export function questionOf({ license, offset, contact, expiresOn }: ExplanationQuery): ReminderQuestion {
  return {
    license: license as LicenseId,
    offset,
    ...(contact !== undefined && { contact }),
    ...(expiresOn !== undefined && { expiresOn: isoDate(expiresOn) }),
  };
}

export class ExplainReminder extends QueryOf<Explanation> {
  constructor(
    readonly asked: ReminderQuestion,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** Customers are told about themselves, not about who else is written to. */
@QueryHandler(ExplainReminder)
export class ExplainReminderHandler implements IQueryHandler<ExplainReminder> {
  constructor(
    private readonly reach: Reach,
    private readonly explanations: ReminderExplanations,
  ) {}

  async execute({ asked, caller }: ExplainReminder): Promise<Explanation> {
    await this.reach.license(asked.license, caller);
    return this.explanations.explain(caller.role === 'customer' ? aboutOneself(asked, caller) : asked);
  }
}

function aboutOneself(asked: ReminderQuestion, { subject }: Caller): ReminderQuestion {
  if (asked.contact === undefined || asked.contact === subject) return { ...asked, contact: subject };
  throw new Refusal('NOT_ALLOWED', 'You may ask about your own mails only. Leave the contact out.');
}

@ApiTags('reminders')
@ApiBearerAuth()
@Controller('reminders/explanation')
export class ExplanationController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Allow(...staff, 'customer')
  @ApiOperation({
    operationId: 'explainReminder',
    summary: 'Why a reminder came, did not come, or will come and when, and what shows it',
  })
  @ApiOkResponse({ type: ExplanationDocument })
  @Problems('NOT_FOUND', 'NOT_AN_ORDER_CONTACT', 'INVALID_DATE')
  explain(@Query() query: ExplanationQuery, @From() caller: Caller): Promise<Explanation> {
    return this.queries.execute(new ExplainReminder(questionOf(query), caller));
  }
}
