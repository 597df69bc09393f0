import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { RevisionAnswer } from '../commanding/answers';

const HASH = 'SHA-256 of its canonical JSON, hex.';

/** One version of one vendor's policy. */
export class PolicyVersionDocument {
  @ApiProperty({ description: 'The name of its file.', example: 'acme' })
  policy!: string;

  @ApiProperty({ description: HASH })
  policyHash!: string;

  @ApiProperty({ description: 'New orders get it.' })
  newest!: boolean;
}

export class PolicyVersionsDocument {
  @ApiProperty({ description: 'In the order in which they were first in use.', type: [PolicyVersionDocument] })
  items!: PolicyVersionDocument[];
}

export class MoveToPolicyBody {
  @ApiPropertyOptional({ description: `A version on record: ${HASH} Left out, the newest.` })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'policyHash must be 64 hexadecimal digits, as GET /policies shows them' })
  policyHash?: string;

  @ApiProperty({ description: 'Why: it stays on record.', example: 'agreed with the customer' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

export class MovedToPolicyAnswer extends RevisionAnswer {
  @ApiProperty({ example: 'acme' })
  policy!: string;

  @ApiProperty({ description: HASH })
  policyHash!: string;
}
