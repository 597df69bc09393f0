import { orderAlertReasons } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDocument, OrganizationDocument } from '../reading/documents';

export const pipelineStages = ['due', 'requested', 'quoted', 'approved', 'committed', 'invoiced', 'started'] as const;

export type PipelineStageName = (typeof pipelineStages)[number];

/** What brings it to its next stage. */
export const nextSteps = [
  'request',
  'quote',
  'accept-quote',
  'commit',
  'invoice',
  'wait-for-start',
  'pay',
  'none',
] as const;

export type NextStep = (typeof nextSteps)[number];

/** Why somebody of sales must look after it. */
export const pipelineAlerts = [...orderAlertReasons, 'no-notice-proof'] as const;

export type PipelineAlert = (typeof pipelineAlerts)[number];

/** A term that ends soon and that nobody renews yet, or a renewal. */
export class PipelineItemDocument {
  @ApiPropertyOptional({ description: 'None while it is only due.', format: 'uuid' })
  renewalId?: string;

  @ApiProperty({ description: 'Of the first line that ends.', format: 'uuid' })
  licenseId!: string;

  @ApiProperty({ enum: pipelineStages, enumName: 'PipelineStage' })
  stage!: PipelineStageName;

  @ApiProperty({ example: 'acme' })
  policy!: string;

  @ApiProperty({ type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ example: 'Network Inventory' })
  product!: string;

  @ApiProperty({ description: 'How many lines it has.', type: 'integer' })
  lines!: number;

  @ApiProperty({ type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiPropertyOptional({ description: 'What its invoice has open; below zero what goes back.', type: MoneyDocument })
  open?: MoneyDocument;

  @ApiProperty({ description: 'The last usable day of what ends first.', example: '2026-03-10' })
  expiresOn!: string;

  @ApiProperty({ example: 'Europe/Brussels' })
  zone!: string;

  @ApiPropertyOptional({
    description: 'The last day on which recurring billing is cancelled or the renewal changed (L).',
    example: '2026-02-07',
  })
  cancellationDeadline?: string;

  @ApiPropertyOptional({ description: 'Who of sales looks after it.', example: 'sam' })
  owner?: string;

  @ApiProperty({
    description:
      '`no-recipient`: the reminders of its order reach nobody. `no-billing-contact`: nor do its bills. `no-notice-proof`: it is not renewed by itself, as nobody was told in time.',
    enum: pipelineAlerts,
    isArray: true,
  })
  alerts!: readonly PipelineAlert[];

  @ApiProperty({ enum: nextSteps, enumName: 'NextStep' })
  nextStep!: NextStep;
}

export class PipelineItemPage {
  @ApiProperty({ type: [PipelineItemDocument] })
  items!: PipelineItemDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}

export class StageTotalDocument {
  @ApiProperty({ type: 'integer' })
  count!: number;

  @ApiProperty({ type: MoneyDocument })
  amount!: MoneyDocument;
}

export class StageDocument {
  @ApiProperty({ enum: pipelineStages, enumName: 'PipelineStage' })
  stage!: PipelineStageName;

  @ApiProperty({ description: 'One for each currency.', type: [StageTotalDocument] })
  totals!: StageTotalDocument[];
}

export class PipelineDocument {
  @ApiProperty({ type: [StageDocument] })
  stages!: StageDocument[];
}
