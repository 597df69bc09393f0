import { noticeKinds, rfc3339 } from '@renewals/licensing';
import type { NoticeRow } from '@renewals/projections';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One decision about one notice. */
export class NoticeDocument {
  @ApiProperty({ description: 'The same for all whom it went to.', format: 'uuid' })
  noticeId!: string;

  @ApiProperty({ enum: noticeKinds, enumName: 'NoticeKind' })
  kind!: string;

  @ApiPropertyOptional({ description: 'What it is about, by the one of these ids that it has.', format: 'uuid' })
  licenseId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  orderId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  organizationId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  renewalId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  taskId?: string;

  @ApiPropertyOptional({
    description: 'Id of the contact, `sales` or `support`. None where the decision is about everybody.',
  })
  recipient?: string;

  @ApiProperty({ enum: ['sent', 'suppressed', 'failed'] })
  outcome!: 'sent' | 'suppressed' | 'failed';

  @ApiPropertyOptional({ description: 'Why it was not sent, or what the server answered.', example: 'out-of-date' })
  reason?: string;

  @ApiPropertyOptional({ description: 'Of the mail, in angle brackets.' })
  messageId?: string;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;
}

export class NoticePage {
  @ApiProperty({ type: [NoticeDocument] })
  items!: NoticeDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}

export function noticeDocument(row: NoticeRow): NoticeDocument {
  const { notice, kind, license, orderId, organization, renewal, task, recipient, outcome, reason, messageId } = row;
  return {
    noticeId: notice,
    kind,
    ...(license !== null && { licenseId: license }),
    ...(orderId !== null && { orderId }),
    ...(organization !== null && { organizationId: organization }),
    ...(renewal !== null && { renewalId: renewal }),
    ...(task !== null && { taskId: task }),
    ...(recipient !== null && { recipient }),
    outcome,
    ...(reason !== null && { reason }),
    ...(messageId !== null && { messageId }),
    decidedAt: rfc3339(row.decidedAt),
  };
}
