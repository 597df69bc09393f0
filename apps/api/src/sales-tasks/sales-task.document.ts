import type { SalesTaskRow } from '@renewals/projections';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OrganizationDocument } from '../reading/documents';
import { subjectKinds } from '../renewals/renewal-parts.document';

export const taskStatuses = ['open', 'overdue', 'done', 'dropped'] as const;

export type TaskStatus = (typeof taskStatuses)[number];

/** Something for sales to do (L). */
export class SalesTaskDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['write-to-billing-contact', 'payment-reversed'] })
  purpose!: string;

  @ApiProperty({ enum: taskStatuses, enumName: 'SalesTaskStatus' })
  status!: TaskStatus;

  @ApiProperty({ example: 'acme' })
  policy!: string;

  @ApiProperty({ type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiPropertyOptional({
    description: "Whom to write to: the reseller of a reseller's order.",
    enum: ['billing-contact', 'reseller'],
  })
  writeTo?: 'billing-contact' | 'reseller';

  @ApiPropertyOptional({ format: 'uuid' })
  licenseId?: string;

  @ApiPropertyOptional({ enum: subjectKinds, enumName: 'SubjectKind' })
  kind?: string;

  @ApiPropertyOptional({ example: '2026-03-10' })
  expiresOn?: string;

  @ApiPropertyOptional({ description: 'Whose payment bounced.', format: 'uuid' })
  renewalId?: string;

  @ApiProperty({ example: '2025-12-10' })
  openedOn!: string;

  @ApiProperty({ description: 'The last day on which it is in time, in its zone.', example: '2026-01-09' })
  dueOn!: string;

  @ApiProperty({ example: 'Europe/Brussels' })
  zone!: string;

  @ApiPropertyOptional({ example: 'sam' })
  doneBy?: string;

  @ApiPropertyOptional()
  note?: string;

  @ApiPropertyOptional({ description: 'Why it was taken back.', example: 'approved' })
  droppedBecause?: string;

  @ApiProperty({ description: "Of the task's stream; the ETag.", type: 'integer' })
  revision!: number;
}

export class SalesTaskPage {
  @ApiProperty({ type: [SalesTaskDocument] })
  items!: SalesTaskDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}

export function salesTaskDocument(row: SalesTaskRow, organizationName: string, now: number): SalesTaskDocument {
  return {
    id: row.task,
    purpose: row.purpose,
    status: row.status === 'open' && row.overdueAt <= now ? 'overdue' : row.status,
    policy: row.policy,
    organization: { id: row.organization, name: organizationName },
    orderId: row.orderId,
    ...(row.purpose === 'write-to-billing-contact' && {
      writeTo: row.channel === 'reseller' ? ('reseller' as const) : ('billing-contact' as const),
    }),
    ...(row.license !== null && { licenseId: row.license }),
    ...(row.subject !== null && { kind: row.subject }),
    ...(row.expiresOn !== null && { expiresOn: row.expiresOn }),
    ...(row.renewal !== null && { renewalId: row.renewal }),
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    zone: row.zone,
    ...(row.doneBy !== null && { doneBy: row.doneBy }),
    ...(row.note !== null && { note: row.note }),
    ...(row.droppedBecause !== null && { droppedBecause: row.droppedBecause }),
    revision: row.revision,
  };
}
