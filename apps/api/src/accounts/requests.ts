import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class PasswordLinkBody {
  @ApiProperty({ format: 'email', maxLength: 200, description: 'Of the account.' })
  @IsEmail()
  @MaxLength(200)
  email!: string;

  @ApiProperty({ description: 'Of the vendor who writes.', example: 'acme', maxLength: 100 })
  @IsString()
  @Matches(/^[a-z0-9-]{1,100}$/, { message: 'policy must be the id of a policy' })
  policy!: string;
}

export class PasswordBody {
  @ApiProperty({ description: 'The secret part of the mailed link.', maxLength: 1000 })
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  token!: string;

  @ApiProperty({ description: 'The new password.', minLength: 10, maxLength: 200 })
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password!: string;
}

export class Accepted {
  @ApiProperty({ enum: ['accepted'], description: 'The same whether or not there is such an account.' })
  status!: 'accepted';
}

export class PasswordSetAnswer {
  @ApiProperty({ enum: ['set'] })
  status!: 'set';
}
