import { billOf } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RequestedRenewal } from '../reading/reach';
import { AskDocument } from './ask';
import {
  CommitmentDocument,
  commitmentDocument,
  InvoiceDocument,
  lineDocument,
  QuoteDocument,
  RefusedLineDocument,
  RenewalLineDocument,
} from './renewal-parts.document';
import { SettlementDocument, settlementDocument } from './settlement.document';

export const stages = ['requested', 'quoted', 'approved', 'invoiced', 'completed', 'withdrawn'] as const;

/** One renewal, with the lines that the caller reaches. */
export class RenewalDocument extends AskDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: stages, enumName: 'RenewalStage' })
  stage!: (typeof stages)[number];

  @ApiProperty({ type: [RenewalLineDocument] })
  lines!: RenewalLineDocument[];

  @ApiPropertyOptional({ enum: ['single', 'batch', 'quote', 'sales', 'automatic', 'provider-form'] })
  source?: string;

  @ApiPropertyOptional({ example: 'acme' })
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

  @ApiPropertyOptional({ description: 'How its invoice stands.', type: SettlementDocument })
  settlement?: SettlementDocument;

  @ApiPropertyOptional({ description: 'Contacts to whom the confirmation was sent.', type: [String] })
  confirmedTo?: string[];

  @ApiPropertyOptional({ description: "Who of sales looks after it. For the vendor's people only.", example: 'sam' })
  owner?: string;

  @ApiPropertyOptional({ description: "For the vendor's people only.", type: [String] })
  notes?: string[];

  @ApiPropertyOptional({ enum: ['success', 'partial-failure'] })
  outcome?: string;

  @ApiPropertyOptional({ enum: ['expired', 'abandoned', 'by-customer', 'by-sales', 'cancelled', 'terminated'] })
  withdrawnBecause?: string;

  @ApiProperty({ description: "Of the renewal's stream; the ETag.", example: 3, type: 'integer' })
  revision!: number;
}

export function renewalDocument(id: string, renewal: RequestedRenewal, revision: number): RenewalDocument {
  const lines = renewal.lines.map(lineDocument);
  const bill = billOf(renewal);
  const billed = bill && { invoice: bill.invoice, settlement: settlementDocument(bill) };
  if (renewal.stage === 'withdrawn') {
    return { id, stage: renewal.stage, lines, withdrawnBecause: renewal.reason, ...billed, revision };
  }
  const { stage, request, quote, commitments, lateBasis, owner, notes } = renewal;
  return {
    id,
    stage,
    lines,
    source: request.source,
    policy: request.policy,
    late: request.late,
    ...(lateBasis && { lateBasis }),
    commitmentRequired: request.commitmentRequired,
    refused: request.refused.map(({ subject, code }) => ({ licenseId: subject.id, kind: subject.kind, code })),
    ...(quote && { quote }),
    commitments: commitments.map(commitmentDocument),
    ...billed,
    ...(renewal.stage === 'completed' && {
      outcome: renewal.outcome,
      confirmedTo: renewal.confirmations.map(({ contactId }) => contactId),
    }),
    ...(owner !== undefined && { owner }),
    notes: notes.map(({ text }) => text),
    revision,
  };
}

/** What a customer reads: nothing that the vendor keeps to itself, nor the billing that is a reseller's. */
export function forCustomer(document: RenewalDocument, advice: AskDocument): RenewalDocument {
  const { owner: _owner, notes: _notes, ...open } = document;
  if (!advice.ask) return open;
  const { quote: _quote, commitments: _commitments, invoice: _invoice, settlement: _settlement, ...status } = open;
  return { ...status, ...advice };
}
