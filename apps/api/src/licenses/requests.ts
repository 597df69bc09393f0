import { type IsoDate, type PaymentMethod, paymentMethods } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsRFC3339,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const LONGEST_TEXT = 500;
const LONGEST_ID = 100;
const MOST_REPORTS = 1000;

export class AddQuotaBody {
  @ApiProperty({ description: 'Units to be added.', example: 25, type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  quantity!: number;

  @ApiPropertyOptional({ description: 'Default: as the order was paid.', enum: paymentMethods })
  @IsOptional()
  @IsIn(paymentMethods)
  paymentMethod?: PaymentMethod;
}

export class UsageReportBody {
  @ApiProperty({
    description: 'The same report is counted once.',
    example: 'server-7/2026-03-10T09',
    maxLength: LONGEST_ID,
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ID)
  reportId!: string;

  @ApiProperty({ description: 'Whole units.', example: 12, type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  quantity!: number;

  @ApiProperty({ description: 'When they were used.', format: 'date-time', example: '2026-03-10T09:30:00Z' })
  @IsRFC3339({ message: 'usedAt must be an instant such as 2026-03-10T09:30:00Z' })
  usedAt!: string;
}

export class UsageBody {
  @ApiProperty({ type: [UsageReportBody], minItems: 1, maxItems: MOST_REPORTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_REPORTS)
  @ValidateNested({ each: true })
  @Type(() => UsageReportBody)
  reports!: UsageReportBody[];
}

export class ConfigurationBody {
  @ApiProperty({
    description: 'The handshake code that the license was configured to.',
    example: '7F3A-09C2-5B1E-D840',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ID)
  code!: string;
}

export class TerminationBody {
  @ApiProperty({ description: 'The last usable day, within the term.', example: '2026-01-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'on must be a date such as 2026-01-31' })
  on!: IsoDate;

  @ApiProperty({ example: 'asked for by the customer', maxLength: LONGEST_TEXT })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  reason!: string;
}

export class ReactivationBody {
  @ApiProperty({ description: 'The last usable day, later than today.', example: '2026-05-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'until must be a date such as 2026-05-31' })
  until!: IsoDate;

  @ApiProperty({ example: 'the purchase order is on its way', maxLength: LONGEST_TEXT })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  reason!: string;
}
