import { isoDate, type LineToCredit, type PaymentMethod, paymentMethods } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AmountBody } from '../commanding/money.body';
import { InvalidFields } from '../problems/errors';
import { LineBody, subjectOf } from './requests';

const LONGEST_TEXT = 200;
const MOST_LINES = 500;
const A_DATE = /^\d{4}-\d{2}-\d{2}$/;

export class PaymentBody {
  @ApiProperty({ description: 'What the bank or the payment provider calls it.', example: 'TX-20260211-7' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  paymentId!: string;

  @ApiProperty({ type: AmountBody })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => AmountBody)
  amount!: AmountBody;

  @ApiProperty({ enum: paymentMethods, enumName: 'PaymentMethod' })
  @IsIn(paymentMethods)
  method!: PaymentMethod;

  @ApiProperty({ example: '2026-02-11' })
  @Matches(A_DATE, { message: 'paidOn must be a date such as 2026-02-11' })
  paidOn!: string;
}

export class PaymentReversalBody {
  @ApiProperty({ example: 'TX-20260211-7' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  paymentId!: string;

  @ApiProperty({ example: 'The account has no funds.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  reason!: string;
}

export class CreditedLineBody extends LineBody {
  @ApiPropertyOptional({ description: 'What is given back. Or name the first unused day.', type: AmountBody })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AmountBody)
  amount?: AmountBody;

  @ApiPropertyOptional({
    description: 'Gives back what the new contract costs from that day on, by actual days.',
    example: '2026-08-01',
  })
  @IsOptional()
  @Matches(A_DATE, { message: 'unusedFrom must be a date such as 2026-08-01' })
  unusedFrom?: string;
}

export class CreditBody {
  @ApiProperty({ type: [CreditedLineBody], minItems: 1, maxItems: MOST_LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => CreditedLineBody)
  lines!: CreditedLineBody[];

  @ApiProperty({ example: 'Ended by agreement.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  reason!: string;
}

/** Throws `InvalidFields` unless exactly one of both ways is taken. */
export function lineToCredit(line: CreditedLineBody, index: number): LineToCredit {
  const { amount, unusedFrom } = line;
  if (amount && unusedFrom === undefined) return { subject: subjectOf(line), amount };
  if (!amount && unusedFrom !== undefined) return { subject: subjectOf(line), unusedFrom: isoDate(unusedFrom) };
  const message = 'Give either the amount or unusedFrom.';
  throw new InvalidFields([{ field: `/lines/${index}`, message }]);
}
