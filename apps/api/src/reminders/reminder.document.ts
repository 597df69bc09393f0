import type { ReminderDecision } from '@renewals/projections';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One decision about one reminder. */
export class ReminderDocument {
  @ApiProperty({ enum: ['license', 'maintenance'] })
  subject!: string;

  @ApiProperty({ example: '2026-03-10' })
  expiresOn!: string;

  @ApiProperty({ description: 'Days before the expiry.', example: 30, type: 'integer' })
  offset!: number;

  @ApiProperty({ example: '2026-02-08' })
  dueOn!: string;

  @ApiPropertyOptional({ description: 'None where the decision is about everybody.', format: 'uuid' })
  contactId?: string;

  @ApiProperty({ enum: ['sent', 'suppressed', 'failed'] })
  outcome!: 'sent' | 'suppressed' | 'failed';

  @ApiPropertyOptional({ description: 'Why it was suppressed.', example: 'approved' })
  reason?: string;

  @ApiPropertyOptional({ description: 'Of the mail, in angle brackets. Reminders of one digest share it.' })
  messageId?: string;

  @ApiPropertyOptional({
    description: 'How many reminders went out in that mail: more than one make a digest.',
    example: 3,
    type: 'integer',
  })
  inMail?: number;

  @ApiPropertyOptional({ description: 'What the server said when it took the mail, or refused it.', example: '250 OK' })
  answer?: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;
}

export class RemindersDocument {
  @ApiProperty({ type: [ReminderDocument] })
  items!: ReminderDocument[];
}

export function reminderDocument(row: ReminderDecision): ReminderDocument {
  const { subject, expiresOn, offset, dueOn, contactId, outcome, reason, messageId, inMail, answer, decidedAt } = row;
  return {
    subject,
    expiresOn,
    offset,
    dueOn,
    ...(contactId !== null && { contactId }),
    outcome,
    ...(reason !== null && { reason }),
    ...(messageId !== null && { messageId }),
    ...(outcome === 'sent' && { inMail }),
    ...(answer !== null && { answer }),
    decidedAt,
  };
}
