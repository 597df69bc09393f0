import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDocument, OrganizationDocument } from '../reading/documents';

/** How far what is due has come. */
export const dueStages = ['due', 'requested', 'quoted', 'approved', 'committed', 'invoiced'] as const;

export type DueStage = (typeof dueStages)[number];

/** One term that ends soon and has no successor yet. */
export class UpcomingRenewalDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiPropertyOptional({ example: 'S-c4a1f2' })
  externalId?: string;

  @ApiProperty({ type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty({ example: 'dynamsoft' })
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
