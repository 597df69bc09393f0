import { type LicenseRow, licenseStatuses, type LicenseStatus, statusOf } from '@renewals/projections';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { rfc3339 } from '@renewals/licensing';
import { HandshakeDocument, handshakeOf, UsageDocument, usageOf } from './use.document';
import { MoneyDocument, OrganizationDocument } from '../reading/documents';

export class TermDocument {
  @ApiProperty({ description: 'The date from which the terms are counted.', example: '2025-03-10' })
  anchor!: string;

  @ApiProperty({ description: 'Which term of the anchor this is; 0 after an alignment.', example: 1, type: 'integer' })
  n!: number;

  @ApiProperty({ example: '2025-03-10' })
  startsOn!: string;

  @ApiPropertyOptional({ description: 'The last usable day. None for a perpetual license.', example: '2026-03-10' })
  expiresOn?: string;

  @ApiPropertyOptional({
    description: 'The first instant at which it is not valid any more.',
    example: '2026-03-11T05:00:00Z',
  })
  endsAt?: string;

  @ApiProperty({ description: 'Where the dates are days.', example: 'America/New_York' })
  zone!: string;
}

export class SuccessorDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ example: '2026-03-11' })
  startsOn!: string;
}

export class MaintenanceDocument {
  @ApiProperty({ description: 'Without a day between from here on.', example: '2025-03-10' })
  startsOn!: string;

  @ApiProperty({ description: 'The last maintained day on record.', example: '2027-03-10' })
  expiresOn!: string;

  @ApiProperty({
    description: 'The first instant at which it is not maintained any more.',
    example: '2027-03-11T05:00:00Z',
  })
  endsAt!: string;

  @ApiProperty({ description: 'Upgrades are free while it is.' })
  valid!: boolean;
}

export class OpenRenewalDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['requested', 'approved'] })
  stage!: string;
}

export class ConversionDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ description: 'The day on which the bought license started.', example: '2026-03-10' })
  on!: string;
}

/** One license as it is. */
export class LicenseDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ description: 'What the former system called it.', example: 'S-c4a1f2' })
  externalId?: string;

  @ApiProperty({ type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty({ description: "The vendor's policy that it was sold under.", example: 'acme' })
  policy!: string;

  @ApiProperty({ example: 'Barcode Reader' })
  product!: string;

  @ApiProperty({ enum: ['annual', 'perpetual', 'trial'] })
  kind!: string;

  @ApiProperty({ enum: ['classic', 'cloud', 'trackable'] })
  delivery!: string;

  @ApiProperty({ enum: ['vendor', 'self'] })
  hosting!: string;

  @ApiProperty({ enum: ['purchase', 'renewal', 'add-quota', 'trial', 'import'] })
  origin!: string;

  @ApiProperty({ enum: licenseStatuses, enumName: 'LicenseStatus' })
  status!: LicenseStatus;

  @ApiProperty({ example: 25, type: 'integer' })
  quota!: number;

  @ApiProperty({ type: UsageDocument })
  usage!: UsageDocument;

  @ApiPropertyOptional({ description: 'Of a trackable license.', type: HandshakeDocument })
  handshake?: HandshakeDocument;

  @ApiPropertyOptional({ description: 'SHA-256 of the key of a classic license, once it was generated.' })
  keyFingerprint?: string;

  @ApiPropertyOptional({ description: 'How often a trial was extended.', example: 1, type: 'integer' })
  trialExtensions?: number;

  @ApiPropertyOptional({ description: 'What was bought for a trial.', type: ConversionDocument })
  convertedTo?: ConversionDocument;

  @ApiProperty({ description: 'Of one unit of quota for one period.', type: MoneyDocument })
  unitPrice!: MoneyDocument;

  @ApiProperty({ description: 'ISO 8601 duration.', example: 'P1Y' })
  period!: string;

  @ApiPropertyOptional({ description: 'None until it is activated.', type: TermDocument })
  term?: TermDocument;

  @ApiPropertyOptional({ description: 'Of a perpetual license that was sold with it.', type: MaintenanceDocument })
  maintenance?: MaintenanceDocument;

  @ApiPropertyOptional({ description: 'Its last usable day, where somebody ended it.', example: '2026-01-31' })
  terminatedOn?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  predecessorId?: string;

  @ApiPropertyOptional({ type: SuccessorDocument })
  successor?: SuccessorDocument;

  @ApiPropertyOptional({ description: 'The open renewal, of it or of its maintenance.', type: OpenRenewalDocument })
  renewal?: OpenRenewalDocument;

  @ApiProperty({ description: "Of the license's stream; the ETag.", example: 2, type: 'integer' })
  revision!: number;
}

export class LicensePage {
  @ApiProperty({ type: [LicenseDocument] })
  items!: LicenseDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}

export function licenseDocument(row: LicenseRow, organizationName: string, now: number): LicenseDocument {
  return {
    id: row.license,
    ...(row.externalId !== null && { externalId: row.externalId }),
    organization: { id: row.organization, name: organizationName },
    orderId: row.orderId,
    policy: row.policy,
    product: row.product,
    kind: row.kind,
    delivery: row.delivery,
    hosting: row.hosting,
    origin: row.origin,
    status: statusOf(row, now),
    quota: row.quota,
    usage: usageOf(row),
    ...handshakeOf(row),
    ...(row.keyFingerprint !== null && { keyFingerprint: row.keyFingerprint }),
    ...trialOf(row),
    unitPrice: { amountMinor: row.unitPrice, currency: row.currency },
    period: row.period,
    ...termOf(row),
    ...maintenanceOf(row, now),
    ...(row.terminatedOn !== null && { terminatedOn: row.terminatedOn }),
    ...(row.predecessor !== null && { predecessorId: row.predecessor }),
    ...(row.successor !== null &&
      row.successorStartsOn !== null && {
        successor: { licenseId: row.successor, startsOn: row.successorStartsOn },
      }),
    ...(row.renewal !== null && row.renewalStage !== null && { renewal: { id: row.renewal, stage: row.renewalStage } }),
    revision: row.revision,
  };
}

function trialOf({ kind, extensions, convertedTo, convertedOn }: LicenseRow): Partial<LicenseDocument> {
  if (kind !== 'trial') return {};
  return {
    trialExtensions: extensions,
    ...(convertedTo !== null && convertedOn !== null && { convertedTo: { licenseId: convertedTo, on: convertedOn } }),
  };
}

function termOf({ anchor, n, startsOn, expiresOn, endsAt, zone }: LicenseRow): { term?: TermDocument } {
  if (anchor === null || n === null || startsOn === null || zone === null) return {};
  return {
    term: {
      anchor,
      n,
      startsOn,
      ...(expiresOn !== null && { expiresOn }),
      ...(endsAt !== null && { endsAt: rfc3339(endsAt) }),
      zone,
    },
  };
}

function maintenanceOf(row: LicenseRow, now: number): { maintenance?: MaintenanceDocument } {
  const { maintainedFrom: startsOn, maintainedUntil: expiresOn, maintenanceEndsAt: ends } = row;
  if (startsOn === null || expiresOn === null || ends === null) return {};
  const valid = now < ends && statusOf(row, now) !== 'terminated';
  return { maintenance: { startsOn, expiresOn, endsAt: rfc3339(ends), valid } };
}
