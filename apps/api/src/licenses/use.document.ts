import { type LicenseRow, type QuotaState, quotaStateOf, quotaStates } from '@renewals/projections';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class UsageDocument {
  @ApiProperty({ description: 'Units used so far.', example: 21, type: 'integer' })
  used!: number;

  @ApiProperty({ description: 'Units that there are, added ones included.', example: 25, type: 'integer' })
  available!: number;

  @ApiProperty({
    description: '`low`: a threshold was crossed; `exhausted`: nothing is left.',
    enum: quotaStates,
    enumName: 'QuotaState',
  })
  state!: QuotaState;

  @ApiPropertyOptional({
    description: 'The highest threshold that was crossed, percent.',
    example: 80,
    type: 'integer',
  })
  thresholdCrossed?: number;
}

export class HandshakeDocument {
  @ApiPropertyOptional({ description: 'What its clients point at. None where only a former system knew it.' })
  code?: string;

  @ApiProperty({ description: '`required`: to be configured by hand.', enum: ['done', 'required'] })
  configuration!: string;
}

export function usageOf(row: LicenseRow): UsageDocument {
  const { used, quota, addedQuota, thresholdCrossed } = row;
  return {
    used,
    available: quota + addedQuota,
    state: quotaStateOf(row),
    ...(thresholdCrossed !== null && { thresholdCrossed }),
  };
}

export function handshakeOf({ handshake, handshakeCode }: LicenseRow): { handshake?: HandshakeDocument } {
  if (handshake === null) return {};
  return { handshake: { ...(handshakeCode !== null && { code: handshakeCode }), configuration: handshake } };
}
