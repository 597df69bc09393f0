import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';

abstract class InCurrency {
  @ApiProperty({ description: 'ISO 4217.', example: 'USD' })
  @Matches(/^[A-Z]{3}$/, { message: 'currency must be three letters such as USD' })
  currency!: string;
}

/** A price: nothing, or more. */
export class MoneyBody extends InCurrency {
  @ApiProperty({ description: 'Whole minor units (cents).', example: 49900, type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  amountMinor!: number;
}

/** What somebody paid, or is given back. */
export class AmountBody extends InCurrency {
  @ApiProperty({ description: 'Whole minor units (cents), above zero.', example: 49900, type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amountMinor!: number;
}
