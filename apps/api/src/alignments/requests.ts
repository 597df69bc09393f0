import type { LineToAlign } from '@renewals/commands';
import type { LicenseId, Shortening, ShorteningChoice, Subject } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { subjectKinds } from '../renewals/renewal-parts.document';

const MOST_LINES = 500;

export const shortenings = ['credit', 'forfeit'] as const satisfies readonly Shortening[];

class NamedTermBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  licenseId!: LicenseId;

  @ApiPropertyOptional({
    description: 'What of it is aligned: its own term, or the maintenance of a perpetual license.',
    enum: subjectKinds,
    default: 'license',
  })
  @IsOptional()
  @IsIn(subjectKinds)
  kind?: Subject['kind'];
}

export class TermToAlignBody extends NamedTermBody {
  @ApiPropertyOptional({
    description: "Support's choice where the date would shorten the term. It may also be made at the approval.",
    enum: shortenings,
  })
  @IsOptional()
  @IsIn(shortenings)
  shortening?: Shortening;
}

export class ProposeAlignmentBody {
  @ApiProperty({ description: 'The last day that all of them are to have.', example: '2026-12-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'targetDate must be a date such as 2026-12-31' })
  targetDate!: string;

  @ApiProperty({ type: [TermToAlignBody], minItems: 1, maxItems: MOST_LINES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => TermToAlignBody)
  lines!: TermToAlignBody[];
}

export class ShorteningChoiceBody extends NamedTermBody {
  @ApiProperty({ enum: shortenings })
  @IsIn(shortenings)
  shortening!: Shortening;
}

export class ApproveAlignmentBody {
  @ApiPropertyOptional({
    description: 'By support, for lines that are shortened; it replaces what the proposal says.',
    type: [ShorteningChoiceBody],
    maxItems: MOST_LINES,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => ShorteningChoiceBody)
  choices?: ShorteningChoiceBody[];
}

export function lineToAlign({ shortening, ...named }: TermToAlignBody): LineToAlign {
  return { subject: subjectOf(named), ...(shortening && { shortening }) };
}

export function shorteningChoice({ shortening, ...named }: ShorteningChoiceBody): ShorteningChoice {
  return { subject: subjectOf(named), shortening };
}

function subjectOf({ licenseId: id, kind = 'license' }: NamedTermBody): Subject {
  return { kind, id };
}
