import type { KnownAlignment } from '@renewals/commands';
import { type AlignmentLine, type AppliedLine, shorteningOf, subjectKey, totalsOf } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RevisionAnswer } from '../commanding/answers';
import { MoneyDocument } from '../reading/documents';
import { subjectKinds } from '../renewals/renewal-parts.document';
import { shortenings } from './requests';

export class AlignmentLineDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ enum: subjectKinds })
  kind!: string;

  @ApiProperty({ description: 'The expiry that is moved.', example: '2026-03-10' })
  currentExpiresOn!: string;

  @ApiProperty({ example: 'America/New_York' })
  zone!: string;

  @ApiProperty({ description: 'Negative where the term gets shorter.', example: 112, type: 'integer' })
  days!: number;

  @ApiProperty({ description: 'Price of those days; negative where the term gets shorter.', type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiProperty()
  shortens!: boolean;

  @ApiPropertyOptional({ description: "Support's choice for a line that is shortened.", enum: shortenings })
  shortening?: string;

  @ApiPropertyOptional({ description: 'Once it was applied.', enum: ['aligned', 'failed'] })
  outcome?: string;

  @ApiPropertyOptional({ description: 'Why the line failed.', example: 'RENEWAL_ALREADY_OPEN' })
  code?: string;

  @ApiPropertyOptional({ description: 'Why the line failed, and the way out.' })
  message?: string;
}

const statuses = ['proposed', 'approved', 'applied', 'withdrawn'] as const;

/** Several terms that are to end on one date. */
export class AlignmentDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: statuses, enumName: 'AlignmentStatus' })
  status!: (typeof statuses)[number];

  @ApiProperty({ format: 'uuid' })
  organizationId!: string;

  @ApiProperty({ example: 'acme' })
  policy!: string;

  @ApiProperty({ example: '2026-12-31' })
  targetDate!: string;

  @ApiProperty({ type: [AlignmentLineDocument] })
  lines!: AlignmentLineDocument[];

  @ApiProperty({ description: 'For all days that are added.', type: MoneyDocument })
  charged!: MoneyDocument;

  @ApiProperty({ description: 'For all days that are cut off and not forfeited.', type: MoneyDocument })
  credited!: MoneyDocument;

  @ApiProperty({ description: "Of the alignment's stream; the ETag.", example: 1, type: 'integer' })
  revision!: number;
}

export class ProposedAnswer extends RevisionAnswer {
  @ApiProperty({ description: 'The preview: nothing has moved.', type: AlignmentDocument })
  alignment!: AlignmentDocument;
}

export function alignmentDocument(alignment: KnownAlignment, revision: number): AlignmentDocument {
  const { alignmentId: id, organizationId, policy, targetDate, lines } = alignment.proposal;
  return {
    id,
    status: alignment.status,
    organizationId,
    policy,
    targetDate,
    lines: lines.map((line) => lineDocument(alignment, line)),
    ...totalsOf(alignment),
    revision,
  };
}

function lineDocument(alignment: KnownAlignment, line: AlignmentLine): AlignmentLineDocument {
  const { subject, currentExpiresOn, zone, days, amount, shortens } = line;
  const shortening = shorteningOf(alignment, line);
  const applied = alignment.status === 'applied' && appliedLine(alignment.application.lines, line);
  return {
    licenseId: subject.id,
    kind: subject.kind,
    currentExpiresOn,
    zone,
    days,
    amount,
    shortens,
    ...(shortening && { shortening }),
    ...applied,
  };
}

function appliedLine(lines: readonly AppliedLine[], { subject }: AlignmentLine) {
  const found = lines.find((line) => subjectKey(line.subject) === subjectKey(subject));
  if (!found) return undefined;
  const { subject: _named, ...outcome } = found;
  return outcome;
}
