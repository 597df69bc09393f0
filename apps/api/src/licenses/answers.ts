import type { ReportAnswer } from '@renewals/commands';
import type { RefusalCode, UpgradeEligibility } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RevisionAnswer } from '../commanding/answers';
import { problemCodes } from '../problems/codes';

export class AddedQuotaAnswer extends RevisionAnswer {
  @ApiProperty({ description: 'The license that carries the added quota; it is issued right after.', format: 'uuid' })
  newLicenseId!: string;
}

export class ReportAnswerDocument {
  @ApiProperty()
  reportId!: string;

  @ApiProperty({ description: '`known`: it was counted before.', enum: ['recorded', 'known', 'refused'] })
  result!: ReportAnswer['result'];

  @ApiPropertyOptional({ enum: problemCodes, enumName: 'ProblemCode' })
  code?: RefusalCode;

  @ApiPropertyOptional({ description: 'Why it was refused, and what to do.' })
  message?: string;
}

export class UsageAnswerDocument extends RevisionAnswer {
  @ApiProperty({ description: 'One for each report, in their order.', type: [ReportAnswerDocument] })
  reports!: readonly ReportAnswerDocument[];
}

export class UpgradeEligibilityDocument {
  @ApiProperty({ description: 'Whether an upgrade is free today.' })
  eligible!: boolean;

  @ApiProperty({
    enum: ['license-valid', 'license-not-valid', 'maintenance-valid', 'maintenance-not-valid', 'trial'],
  })
  because!: UpgradeEligibility['because'];

  @ApiPropertyOptional({ description: 'The first day on which the answer is another.', example: '2027-03-11' })
  changesOn?: string;
}

export class LicenseKeyDocument {
  @ApiProperty({ example: '7H2KQ-M0XWT-…' })
  key!: string;

  @ApiProperty({ description: 'SHA-256 of the key, hex, as the history has it.' })
  fingerprint!: string;
}
