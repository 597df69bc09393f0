import {
  type Channel,
  type ContactId,
  type Delivery,
  type Hosting,
  type IsoDate,
  type LicenseId,
  type LicenseKind,
  type OrganizationId,
  type PaymentMethod,
  paymentMethods,
} from '@renewals/licensing';
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
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyBody } from '../commanding/money.body';

export const channels: readonly Channel[] = ['store', 'purchase-order', 'quote', 'reseller', 'payment-provider'];
const kinds: readonly LicenseKind[] = ['annual', 'perpetual'];
const deliveries: readonly Delivery[] = ['classic', 'cloud', 'trackable'];
const hostings: readonly Hosting[] = ['vendor', 'self'];

const MOST_LINES = 100;
const MOST_CONTACTS = 50;

export class MaintenanceBody {
  @ApiProperty({ description: 'ISO 8601 duration.', example: 'P1Y' })
  @IsString()
  @MaxLength(10)
  period!: string;

  @ApiProperty({ description: 'Of one unit of quota for one period.', type: MoneyBody })
  @ValidateNested()
  @Type(() => MoneyBody)
  @IsNotEmpty()
  unitPrice!: MoneyBody;
}

export class OrderLineBody {
  @ApiProperty({ example: 'Barcode Reader' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  product!: string;

  @ApiProperty({ enum: kinds })
  @IsIn(kinds)
  kind!: LicenseKind;

  @ApiProperty({ enum: deliveries })
  @IsIn(deliveries)
  delivery!: Delivery;

  @ApiPropertyOptional({ description: 'Who hosts it.', enum: hostings, default: 'vendor' })
  @IsOptional()
  @IsIn(hostings)
  hosting?: Hosting;

  @ApiPropertyOptional({ description: 'ISO 8601 duration.', example: 'P1Y', default: 'P1Y' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  period?: string;

  @ApiProperty({ example: 25, type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  quota!: number;

  @ApiProperty({ description: 'Of one unit of quota for one period.', type: MoneyBody })
  @ValidateNested()
  @Type(() => MoneyBody)
  @IsNotEmpty()
  unitPrice!: MoneyBody;

  @ApiPropertyOptional({ description: 'Sold with a perpetual license.', type: MaintenanceBody })
  @IsOptional()
  @ValidateNested()
  @Type(() => MaintenanceBody)
  maintenance?: MaintenanceBody;

  @ApiPropertyOptional({ description: 'The trial that it is bought for.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  convertsTrial?: LicenseId;
}

export class PlaceOrderBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organizationId!: OrganizationId;

  @ApiProperty({ description: "The vendor's policy.", example: 'acme' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  policy!: string;

  @ApiProperty({ enum: channels })
  @IsIn(channels)
  channel!: Channel;

  @ApiPropertyOptional({ description: 'The organization of the reseller, if it came through one.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  resellerId?: OrganizationId;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  billingContactId!: ContactId;

  @ApiPropertyOptional({ description: 'Who is to see it.', type: [String], format: 'uuid', default: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CONTACTS)
  @IsUUID(undefined, { each: true })
  contacts?: ContactId[];

  @ApiProperty({ enum: paymentMethods })
  @IsIn(paymentMethods)
  paymentMethod!: PaymentMethod;

  @ApiPropertyOptional({ description: 'The day on which the customer ordered, if not today.', example: '2026-03-06' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'placedOn must be a date such as 2026-03-06' })
  placedOn?: IsoDate;

  @ApiProperty({ type: [OrderLineBody], minItems: 1, maxItems: MOST_LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => OrderLineBody)
  lines!: OrderLineBody[];
}
