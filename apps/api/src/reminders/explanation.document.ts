import { verdicts, type Verdict } from '@renewals/automations';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class DueDocument {
  @ApiProperty({ description: 'In the zone.', example: '2026-02-08' })
  on!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  zone!: string;
}

export class SubjectDocument {
  @ApiProperty({ enum: ['license', 'maintenance'] })
  kind!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class ExplainedReminderDocument {
  @ApiProperty({ type: SubjectDocument })
  subject!: SubjectDocument;

  @ApiPropertyOptional({ description: 'None where nothing of the license expires.', example: '2026-03-10' })
  expiresOn?: string;

  @ApiProperty({ description: 'Days before the expiry.', example: 30, type: 'integer' })
  offset!: number;

  @ApiPropertyOptional({ description: 'None where everybody was asked about.', format: 'uuid' })
  contactId?: string;

  @ApiPropertyOptional({ description: 'Where there is such a reminder.', type: DueDocument })
  due?: DueDocument;
}

export class EventReferenceDocument {
  @ApiProperty({ example: 'reminder-5b1f…' })
  stream!: string;

  @ApiProperty({ type: 'integer', example: 2 })
  revision!: number;

  @ApiProperty({ format: 'uuid' })
  eventId!: string;

  @ApiProperty({ example: 'ReminderSent' })
  type!: string;

  @ApiProperty({ description: 'When it was true.', format: 'date-time' })
  occurredAt!: string;

  @ApiProperty({ description: 'When we knew.', format: 'date-time' })
  recordedAt!: string;
}

export class PolicyFieldDocument {
  @ApiProperty({ example: 'vendor' })
  policy!: string;

  @ApiProperty({ description: 'Of the version that the order keeps.' })
  policyHash!: string;

  @ApiProperty({ example: 'channels.store.reminders.offsets' })
  field!: string;
}

/** A sentence, and what shows that it is true. */
export class FactDocument {
  @ApiProperty()
  says!: string;

  @ApiPropertyOptional({ type: EventReferenceDocument })
  event?: EventReferenceDocument;

  @ApiPropertyOptional({ type: PolicyFieldDocument })
  policy?: PolicyFieldDocument;

  @ApiPropertyOptional({ description: 'Under this word in docs/reminders-and-mail.md.', example: 'When' })
  rule?: string;

  @ApiPropertyOptional({ description: 'A row that waits, in the outbox or among the deadlines.' })
  row?: string;
}

/** Why a reminder came, did not come, or will come and when. */
export class ExplanationDocument {
  @ApiProperty({ enum: verdicts })
  verdict!: Verdict;

  @ApiProperty({ example: 'Nobody got it: the term is renewed, from 2026-03-11 to 2027-03-10.' })
  sentence!: string;

  @ApiProperty({ type: ExplainedReminderDocument })
  about!: ExplainedReminderDocument;

  @ApiProperty({ description: 'What the sentence follows from, in that order.', type: [FactDocument] })
  facts!: readonly FactDocument[];
}
