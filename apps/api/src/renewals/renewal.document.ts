import type { Line } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDocument } from '../reading/documents';
import type { RequestedRenewal } from '../reading/reach';

export class RenewalLineDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

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

export const stages = ['requested', 'quoted', 'approved', 'invoiced', 'completed', 'withdrawn'] as const;

/** One renewal, with the lines that the caller reaches. */
export class RenewalDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: stages, enumName: 'RenewalStage' })
  stage!: (typeof stages)[number];

  @ApiProperty({ type: [RenewalLineDocument] })
  lines!: RenewalLineDocument[];

  @ApiPropertyOptional({ enum: ['single', 'batch', 'quote', 'sales', 'automatic', 'provider-form'] })
  source?: string;

  @ApiPropertyOptional({ example: 'dynamsoft' })
  policy?: string;

  @ApiPropertyOptional({ description: 'A term was over when it was asked for.' })
  late?: boolean;

  @ApiPropertyOptional({ description: "Support's choice for a late renewal.", enum: ['from-expiry', 'from-now'] })
  lateBasis?: string;

  @ApiPropertyOptional({ description: 'Its invoice needs a purchase order or a signed document first.' })
  commitmentRequired?: boolean;

  @ApiPropertyOptional({ description: 'Asked for and not taken.', type: [RefusedLineDocument] })
  refused?: RefusedLineDocument[];

  @ApiPropertyOptional({ description: 'The last one given.', type: QuoteDocument })
  quote?: QuoteDocument;

  @ApiPropertyOptional({ type: [CommitmentDocument] })
  commitments?: CommitmentDocument[];

  @ApiPropertyOptional({ type: InvoiceDocument })
  invoice?: InvoiceDocument;

  @ApiPropertyOptional({ enum: ['success', 'partial-failure'] })
  outcome?: string;

  @ApiPropertyOptional({ enum: ['expired', 'abandoned', 'by-customer', 'by-sales', 'terminated'] })
  withdrawnBecause?: string;

  @ApiProperty({ description: "Of the renewal's stream; the ETag.", example: 3, type: 'integer' })
  revision!: number;
}

export function renewalDocument(id: string, renewal: RequestedRenewal, revision: number): RenewalDocument {
  const lines = renewal.lines.map(lineDocument);
  if (renewal.stage === 'withdrawn') {
    return { id, stage: renewal.stage, lines, withdrawnBecause: renewal.reason, revision };
  }
  const { stage, request, quote, commitments, lateBasis } = renewal;
  return {
    id,
    stage,
    lines,
    source: request.source,
    policy: request.policy,
    late: request.late,
    ...(lateBasis && { lateBasis }),
    commitmentRequired: request.commitmentRequired,
    refused: request.refused.map(({ subject, code }) => ({ licenseId: subject.id, code })),
    ...(quote && { quote }),
    commitments: commitments.map(({ kind, reference }) => ({ kind, reference })),
    ...('invoice' in renewal && { invoice: renewal.invoice }),
    ...(renewal.stage === 'completed' && { outcome: renewal.outcome }),
    revision,
  };
}

function lineDocument({
  subject,
  currentExpiresOn,
  zone,
  quota,
  amount,
  progress,
  started,
}: Line): RenewalLineDocument {
  return { licenseId: subject.id, currentExpiresOn, zone, quota, amount, progress, started };
}
