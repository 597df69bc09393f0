import type { IsoDate, LateBasis, LicenseId, Subject } from '@renewals/licensing';
import type { RequestedLine } from '@renewals/commands';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { subjectKinds } from './renewal-parts.document';

const LONGEST_TEXT = 200;
const MOST_LINES = 500;
const MOST_QUOTA = 1_000_000;

/** What is renewed. */
export class LineBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  licenseId!: LicenseId;

  @ApiPropertyOptional({
    description: 'What of it is renewed: its own term, or the maintenance of a perpetual license.',
    enum: subjectKinds,
    default: 'license',
  })
  @IsOptional()
  @IsIn(subjectKinds)
  kind?: Subject['kind'];
}

export function subjectOf({ licenseId, kind = 'license' }: LineBody): Subject {
  return { kind, id: licenseId };
}

export class RequestedLineBody extends LineBody {
  @ApiProperty({ description: 'The expiry that is renewed; another one refuses the line.', example: '2026-03-10' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'currentExpiresOn must be a date such as 2026-03-10' })
  currentExpiresOn!: IsoDate;
}

export function requestedLine(line: RequestedLineBody): RequestedLine {
  return { subject: subjectOf(line), currentExpiresOn: line.currentExpiresOn };
}

export class ProviderFormBody {
  @ApiProperty({ description: 'Number of the purchase order that was filled in.', example: 'PO-4711' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  purchaseOrder!: string;
}

export class RequestRenewalBody {
  @ApiProperty({ type: [RequestedLineBody], minItems: 1, maxItems: MOST_LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => RequestedLineBody)
  lines!: RequestedLineBody[];

  @ApiPropertyOptional({
    description: "The payment provider's own form, which commits to the renewal. Not for customers.",
    type: ProviderFormBody,
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProviderFormBody)
  providerForm?: ProviderFormBody;
}

export class QuoteBody {
  @ApiPropertyOptional({ description: 'Laid out as an invoice that is not yet one.', default: false })
  @IsOptional()
  @IsBoolean()
  proforma?: boolean;
}

export class QuoteAcceptanceBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  quoteId!: string;
}

export class ChangeBody extends LineBody {
  @ApiProperty({ description: 'From the new term on.', example: 30, type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MOST_QUOTA)
  quota!: number;
}

export class CommitmentBody {
  @ApiProperty({ enum: ['purchase-order', 'signed-document'] })
  @IsIn(['purchase-order', 'signed-document'])
  kind!: 'purchase-order' | 'signed-document';

  @ApiProperty({ description: 'Number of the purchase order, or of the signed document.', example: 'PO-4711' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  reference!: string;

  @ApiPropertyOptional({ description: 'Lines that it is for; left out, all of them.', type: [LineBody] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  lines?: LineBody[];

  @ApiPropertyOptional({ description: 'The reference that this one corrects.', example: 'PO-4171' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  replaces?: string;
}

export class InvoiceBody {
  @ApiPropertyOptional({ description: 'Left out: the purchase order on record.', example: 'PO-4711' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  poNumber?: string;
}

export class LateAuthorizationBody {
  @ApiProperty({ description: 'Where the new term starts.', enum: ['from-expiry', 'from-now'] })
  @IsIn(['from-expiry', 'from-now'])
  basis!: LateBasis;
}
