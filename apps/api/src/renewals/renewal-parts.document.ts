import type { CommitmentReceived, Line, Subject } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDocument } from '../reading/documents';

/** What of a license is renewed: its own term, or the maintenance of a perpetual one. */
export const subjectKinds: readonly Subject['kind'][] = ['license', 'maintenance'];

export class RenewalLineDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ enum: subjectKinds, enumName: 'SubjectKind' })
  kind!: Subject['kind'];

  @ApiProperty({ description: 'The expiry that this line renews.', example: '2026-03-10' })
  currentExpiresOn!: string;

  @ApiProperty({ example: 'America/New_York' })
  zone!: string;

  @ApiProperty({ example: 25, type: 'integer' })
  quota!: number;

  @ApiProperty({ description: 'Of the whole line for one period.', type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiProperty({ enum: ['waiting', 'completed', 'failed'] })
  progress!: string;

  @ApiProperty({ description: 'Its new contract has begun.' })
  started!: boolean;
}

export class RefusedLineDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ enum: subjectKinds, enumName: 'SubjectKind' })
  kind!: Subject['kind'];

  @ApiProperty({ example: 'CURRENT_EXPIRY_MISMATCH' })
  code!: string;
}

export class QuoteDocument {
  @ApiProperty({ format: 'uuid' })
  quoteId!: string;

  @ApiProperty({ type: MoneyDocument })
  total!: MoneyDocument;

  @ApiProperty({ example: '2026-02-28' })
  validUntil!: string;

  @ApiProperty()
  proforma!: boolean;
}

export class CommitmentDocument {
  @ApiProperty({ enum: ['purchase-order', 'signed-document'] })
  kind!: string;

  @ApiProperty({ example: 'PO-4711' })
  reference!: string;

  @ApiPropertyOptional({ description: 'What it is for; left out, all lines.', type: [String] })
  licenseIds?: string[];
}

export class InvoiceDocument {
  @ApiProperty({ format: 'uuid' })
  invoiceId!: string;

  @ApiPropertyOptional({ example: 'PO-4711' })
  poNumber?: string;

  @ApiProperty({ type: MoneyDocument })
  total!: MoneyDocument;

  @ApiProperty({ example: '2026-02-11' })
  issuedOn!: string;
}

export function commitmentDocument({ kind, reference, subjects }: CommitmentReceived['data']): CommitmentDocument {
  return { kind, reference, ...(subjects && { licenseIds: subjects.map(({ id }) => id) }) };
}

export function lineDocument({
  subject,
  currentExpiresOn,
  zone,
  quota,
  amount,
  progress,
  started,
}: Line): RenewalLineDocument {
  return { licenseId: subject.id, kind: subject.kind, currentExpiresOn, zone, quota, amount, progress, started };
}
