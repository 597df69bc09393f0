import type { IsoDate, LateBasis, RenewalId } from '@renewals/licensing';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { Form } from '../page/form';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the forms of the page send. */
export class ActionForm extends Form {
  @IsOptional()
  @IsUUID()
  renewalId?: RenewalId;

  @IsOptional()
  @Matches(DATE)
  currentExpiresOn?: IsoDate;

  @IsOptional()
  @IsUUID()
  quoteId?: string;

  @IsOptional()
  @IsIn(['purchase-order', 'signed-document'])
  kind?: 'purchase-order' | 'signed-document';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  reference?: string;

  @IsOptional()
  @IsIn(['from-expiry', 'from-now'])
  basis?: LateBasis;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity?: number;

  /** A handshake code. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  code?: string;

  @IsOptional()
  @Matches(DATE)
  until?: IsoDate;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}
