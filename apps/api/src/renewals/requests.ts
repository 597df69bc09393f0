import type { IsoDate, LateBasis, LicenseId } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const LONGEST_TEXT = 200;
const MOST_LINES = 500;

export class RequestedLineBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  licenseId!: LicenseId;

  @ApiProperty({ description: 'The expiry that is renewed; another one refuses the line.', example: '2026-03-10' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'currentExpiresOn must be a date such as 2026-03-10' })
  currentExpiresOn!: IsoDate;
}

export class RequestRenewalBody {
  @ApiProperty({ type: [RequestedLineBody], minItems: 1, maxItems: MOST_LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => RequestedLineBody)
  lines!: RequestedLineBody[];
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

export class CommitmentBody {
  @ApiProperty({ enum: ['purchase-order', 'signed-document'] })
  @IsIn(['purchase-order', 'signed-document'])
  kind!: 'purchase-order' | 'signed-document';

  @ApiProperty({ description: 'Number of the purchase order, or of the signed document.', example: 'PO-4711' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  reference!: string;
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
