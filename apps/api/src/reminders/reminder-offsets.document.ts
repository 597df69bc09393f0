import { channelPolicy, type Offsets, type OffsetOverrides, remindersInForce, Refusal } from '@renewals/licensing';
import type { LicenseOnDesk, WantedOffsets } from '@renewals/commands';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const LONGEST_TEXT = 500;
const LARGEST_OFFSET = 730;
const MOST_OFFSETS = 100;

export class ReminderOffsetsBody {
  @ApiPropertyOptional({
    description:
      'Days before the expiry, each once, the earliest day (the largest number) first. Empty: nobody is reminded.',
    example: [120, 45, 5],
    type: 'array',
    items: { type: 'integer', minimum: 0, maximum: LARGEST_OFFSET },
    maxItems: MOST_OFFSETS,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_OFFSETS)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(LARGEST_OFFSET, { each: true })
  offsets?: number[];

  @ApiPropertyOptional({ description: 'Instead of `offsets`: takes back what was set here.' })
  @IsOptional()
  @IsBoolean()
  reset?: boolean;

  @ApiProperty({ description: 'It stays on record.', example: 'asked for by the customer', maxLength: LONGEST_TEXT })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  @Matches(/^[^\p{Cc}]*$/u, { message: 'reason must be a single line of text' })
  reason!: string;
}

/** Throws `INVALID_INPUT` unless the request says either offsets or that they are taken back. */
export function wantedOffsets({ offsets, reset = false, reason }: ReminderOffsetsBody): WantedOffsets {
  if (reset === (offsets !== undefined)) {
    throw new Refusal('INVALID_INPUT', 'Send either offsets, or reset: true to take back what was set.');
  }
  return { ...(offsets && { offsets }), reason };
}

const levels = ['license', 'organization', 'policy'] as const;

/** On which days one license, or its maintenance, is reminded of. */
export class ReminderOffsetsDocument implements OffsetOverrides {
  @ApiProperty({ description: 'That hold.', example: [90, 60, 30], type: 'array', items: { type: 'integer' } })
  offsets!: Offsets;

  @ApiProperty({ description: 'Who set those that hold.', enum: levels })
  from!: (typeof levels)[number];

  @ApiPropertyOptional({ description: "The license's own.", type: 'array', items: { type: 'integer' } })
  license?: Offsets;

  @ApiPropertyOptional({ description: 'Of all licenses of its company.', type: 'array', items: { type: 'integer' } })
  organization?: Offsets;

  @ApiProperty({
    description: 'Of the version of the policy that its order keeps.',
    type: 'array',
    items: { type: 'integer' },
  })
  policy!: Offsets;
}

export function reminderOffsetsOf({ license, policy, channel }: LicenseOnDesk): ReminderOffsetsDocument {
  const { overrides = {} } = license.grant;
  const { reminders } = channelPolicy(policy, channel);
  const { offsets } = remindersInForce(reminders, overrides);
  const from = overrides.license ? 'license' : overrides.organization ? 'organization' : 'policy';
  return { offsets, from, ...overrides, policy: reminders.offsets };
}
