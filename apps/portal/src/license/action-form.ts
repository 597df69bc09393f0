import { type IsoDate, type LateBasis, Refusal, type RenewalId } from '@renewals/licensing';
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

  /** Reminder days, as people write them. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  days?: string;

  /** Whose reminder days. */
  @IsOptional()
  @IsIn(['license', 'organization'])
  whose?: 'license' | 'organization';

  @IsOptional()
  @Matches(DATE)
  until?: IsoDate;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export function given<Value>(value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new Refusal('INVALID_INPUT', 'The form is incomplete. Load the page again, and fill in every field.');
}
