import { ApiProperty } from '@nestjs/swagger';

/** Money as `{ amountMinor, currency }`. */
export class MoneyDocument {
  @ApiProperty({ description: 'Whole minor units (cents).', example: 49900, type: 'integer' })
  amountMinor!: number;

  @ApiProperty({ description: 'ISO 4217.', example: 'USD' })
  currency!: string;
}

export class OrganizationDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Northwind Imaging' })
  name!: string;
}
