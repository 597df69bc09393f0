import type { ContactId, Zone } from '@renewals/licensing';
import { knownLocales } from '@renewals/words';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const LONGEST_TEXT = 200;
const LONGEST_NOTE = 2_000;
/** What people type has no control characters. */
const TEXT = /^[^\p{Cc}]*$/u;
const NOTE = /^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u;

const LOCALES = knownLocales();
const UNKNOWN_LOCALE = { message: `locale must be a language that mails are written in: ${LOCALES.join(', ')}` };

/** A person, by address and name. */
export class PersonBody {
  @ApiProperty({ format: 'email', maxLength: LONGEST_TEXT })
  @IsEmail()
  @MaxLength(LONGEST_TEXT)
  email!: string;

  @ApiProperty({ maxLength: LONGEST_TEXT })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  @Matches(TEXT, { message: 'name must be a single line of text' })
  personName!: string;

  @ApiPropertyOptional({ description: 'Of the vendor, where several live here.', maxLength: 100 })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9-]{1,100}$/, { message: 'policy must be the id of a policy' })
  policy?: string;

  @ApiPropertyOptional({
    description: 'Of mail to the person; left out, that of the company or the vendor.',
    enum: LOCALES,
  })
  @IsOptional()
  @IsIn(LOCALES, UNKNOWN_LOCALE)
  locale?: string;
}

export class OrganizationBody extends PersonBody {
  @ApiPropertyOptional({
    enum: ['registration', 'purchase'],
    default: 'registration',
    description: '`purchase`: an address that has an account is answered with that account, and the order goes to it.',
  })
  @IsOptional()
  @IsIn(['registration', 'purchase'])
  via: 'registration' | 'purchase' = 'registration';

  @ApiProperty({ description: 'Of the company.', maxLength: LONGEST_TEXT })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  @Matches(TEXT, { message: 'name must be a single line of text' })
  name!: string;

  @ApiProperty({ description: 'IANA name.', example: 'Europe/Berlin', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  zone!: Zone;
}

export class PrimaryContactBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  contactId!: ContactId;

  @ApiPropertyOptional({ description: 'Why support names somebody, for the record.', maxLength: LONGEST_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  @Matches(TEXT, { message: 'reason must be a single line of text' })
  reason?: string;
}

export class LocaleBody {
  @ApiProperty({ description: 'BCP 47, one that mails are written in.', enum: LOCALES })
  @IsIn(LOCALES, UNKNOWN_LOCALE)
  locale!: string;
}

export class ReachabilityBody {
  @ApiProperty({ description: 'How it is known, for the record.', maxLength: LONGEST_TEXT })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  @Matches(TEXT, { message: 'reason must be a single line of text' })
  reason!: string;
}

export class EmailBody {
  @ApiProperty({ format: 'email', maxLength: LONGEST_TEXT })
  @IsEmail()
  @MaxLength(LONGEST_TEXT)
  email!: string;
}

export class CompanyNoteBody {
  @ApiProperty({ description: 'It is never erased, so it names no person.', maxLength: LONGEST_NOTE })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_NOTE)
  @Matches(NOTE, { message: 'text must be text' })
  text!: string;
}
