import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDocument, OrganizationDocument } from '../reading/documents';

export const quoteStatuses = ['open', 'accepted', 'expired', 'closed'] as const;

export type QuoteStatus = (typeof quoteStatuses)[number];

/** The last quote of a renewal. */
export class ListedQuoteDocument {
  @ApiProperty({ format: 'uuid' })
  quoteId!: string;

  @ApiProperty({ format: 'uuid' })
  renewalId!: string;

  @ApiProperty({ type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ description: 'How many lines the renewal has.', type: 'integer' })
  lines!: number;

  @ApiProperty({ type: MoneyDocument })
  total!: MoneyDocument;

  @ApiProperty({ example: '2026-02-28' })
  validUntil!: string;

  @ApiProperty({ description: 'Laid out as an invoice that is not yet one.' })
  proforma!: boolean;

  @ApiProperty({
    description: '`closed`: the renewal was approved without it, or withdrawn.',
    enum: quoteStatuses,
    enumName: 'QuoteStatus',
  })
  status!: QuoteStatus;
}

export class QuotePage {
  @ApiProperty({ type: [ListedQuoteDocument] })
  items!: ListedQuoteDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}
