import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Subject } from '@renewals/licensing';
import { MoneyDocument, OrganizationDocument } from '../reading/documents';
import { AskDocument } from '../renewals/ask';
import { subjectKinds } from '../renewals/renewal-parts.document';

/** How far what is due has come. */
export const dueStages = ['due', 'requested', 'quoted', 'approved', 'committed', 'invoiced'] as const;

export type DueStage = (typeof dueStages)[number];

/** One term that ends soon and is not renewed yet. */
export class UpcomingRenewalDocument extends AskDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({
    description:
      'What ends: the license itself, or the maintenance of a perpetual one. A line of its renewal says the same.',
    enum: subjectKinds,
    enumName: 'SubjectKind',
  })
  kind!: Subject['kind'];

  @ApiPropertyOptional({ example: 'S-c4a1f2' })
  externalId?: string;

  @ApiProperty({ type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty({ example: 'acme' })
  policy!: string;

  @ApiProperty({ example: 'Barcode Reader' })
  product!: string;

  @ApiProperty({ example: 25, type: 'integer' })
  quota!: number;

  @ApiProperty({ description: 'Of the term.', type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiProperty({ description: 'The last usable day.', example: '2026-03-10' })
  expiresOn!: string;

  @ApiProperty({ description: 'From today in its zone; 0 on the last day.', example: 28, type: 'integer' })
  daysLeft!: number;

  @ApiProperty({ example: 'America/New_York' })
  zone!: string;

  @ApiProperty({ enum: dueStages, enumName: 'DueStage' })
  stage!: DueStage;

  @ApiPropertyOptional({ format: 'uuid' })
  renewalId?: string;
}

export class UpcomingRenewalPage {
  @ApiProperty({ type: [UpcomingRenewalDocument] })
  items!: UpcomingRenewalDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}
