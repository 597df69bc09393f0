import { type OrderAlertReason, orderAlertReasons, paymentMethods } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LicenseDocument } from '../licenses/license.document';
import { MoneyDocument, OrganizationDocument } from '../reading/documents';
import { OrderContactDocument } from './order-contact.document';
import { channels } from './sale';

export class SoldMaintenanceDocument {
  @ApiProperty({ description: 'ISO 8601 duration.', example: 'P1Y' })
  period!: string;

  @ApiProperty({ description: 'Of one unit of quota for one period.', type: MoneyDocument })
  unitPrice!: MoneyDocument;
}

export class OrderLineDocument {
  @ApiProperty({ example: 'Barcode Reader' })
  product!: string;

  @ApiProperty({ enum: ['annual', 'perpetual', 'trial'] })
  kind!: string;

  @ApiProperty({ enum: ['classic', 'cloud', 'trackable'] })
  delivery!: string;

  @ApiProperty({ description: 'ISO 8601 duration.', example: 'P1Y' })
  period!: string;

  @ApiProperty({ example: 25, type: 'integer' })
  quota!: number;

  @ApiProperty({ description: 'Of one unit of quota for one period.', type: MoneyDocument })
  unitPrice!: MoneyDocument;

  @ApiPropertyOptional({ type: SoldMaintenanceDocument })
  maintenance?: SoldMaintenanceDocument;
}

/** A row of My Orders. */
export class OrderDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({ description: 'What the former system called it.', example: 'S-c4a1f2' })
  externalId?: string;

  @ApiProperty({ description: 'To whose account it belongs.', type: OrganizationDocument })
  organization!: OrganizationDocument;

  @ApiProperty({ enum: channels })
  channel!: string;

  @ApiPropertyOptional({ description: 'The reseller that it came through.', type: OrganizationDocument })
  reseller?: OrganizationDocument;

  @ApiProperty({ description: 'When the customer ordered.', format: 'date-time' })
  placedAt!: string;

  @ApiPropertyOptional({ description: 'None of a trial.', enum: paymentMethods })
  paymentMethod?: string;

  @ApiProperty({ type: [OrderLineDocument] })
  lines!: OrderLineDocument[];

  @ApiProperty({ description: 'Of the first period of every line.', type: MoneyDocument })
  total!: MoneyDocument;

  @ApiProperty({ description: 'What came in and has not bounced.', type: MoneyDocument })
  paid!: MoneyDocument;

  @ApiProperty({ description: 'Why sales looks after it.', enum: orderAlertReasons, isArray: true })
  alerts!: readonly OrderAlertReason[];
}

export class OrderPage {
  @ApiProperty({ type: [OrderDocument] })
  items!: OrderDocument[];

  @ApiPropertyOptional({ description: 'None on the last page.' })
  nextCursor?: string;
}

export class KeptPolicyDocument {
  @ApiProperty({ example: 'acme' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of the version that holds for the order.' })
  hash!: string;
}

export class ReceivedPaymentDocument {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: MoneyDocument })
  amount!: MoneyDocument;

  @ApiProperty({ enum: paymentMethods })
  method!: string;

  @ApiProperty({ example: '2026-03-09' })
  receivedOn!: string;

  @ApiPropertyOptional({ description: 'Of the bank, the check or the provider.' })
  reference?: string;

  @ApiProperty({ description: 'It bounced, or was charged back.' })
  reversed!: boolean;
}

/** One order with everything that stands in it. */
export class WholeOrderDocument extends OrderDocument {
  @ApiProperty({ type: KeptPolicyDocument })
  policy!: KeptPolicyDocument;

  @ApiProperty({ type: [ReceivedPaymentDocument] })
  payments!: ReceivedPaymentDocument[];

  @ApiProperty({ type: [OrderContactDocument] })
  contacts!: OrderContactDocument[];

  @ApiProperty({ description: 'What was bought with it, and what followed that.', type: [LicenseDocument] })
  licenses!: LicenseDocument[];

  @ApiProperty({ description: "Of the order's stream; the ETag.", type: 'integer' })
  revision!: number;
}
