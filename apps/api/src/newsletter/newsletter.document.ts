import { type NewsletterInterest, newsletterInterests } from '@renewals/licensing';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEmail, IsIn, MaxLength } from 'class-validator';

export class NewsletterDocument {
  @ApiProperty()
  subscribed!: boolean;

  @ApiProperty({ enum: newsletterInterests, isArray: true })
  interests!: readonly NewsletterInterest[];
}

export class NewsletterAddressQuery {
  @ApiProperty({ format: 'email', maxLength: 200 })
  @IsEmail()
  @MaxLength(200)
  email!: string;
}

export class NewsletterRecipientDocument extends NewsletterDocument {
  @ApiProperty({
    format: 'uri',
    description:
      'Ends the newsletter at this address. To stand at the end of each mail and in its `List-Unsubscribe`, beside `List-Unsubscribe-Post: List-Unsubscribe=One-Click`.',
  })
  unsubscribeUrl!: string;
}

/** Of somebody who has an account. */
export class NewsletterBody {
  @ApiProperty()
  @IsBoolean()
  subscribed!: boolean;

  @ApiProperty({ enum: newsletterInterests, isArray: true })
  @IsArray()
  @ArrayMaxSize(newsletterInterests.length)
  @IsIn(newsletterInterests, { each: true })
  interests!: NewsletterInterest[];
}

/** Of anybody. */
export class SubscriptionBody {
  @ApiProperty({ format: 'email', maxLength: 200, description: 'Where to.' })
  @IsEmail()
  @MaxLength(200)
  email!: string;

  @ApiProperty({ enum: newsletterInterests, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(newsletterInterests.length)
  @IsIn(newsletterInterests, { each: true })
  interests!: NewsletterInterest[];
}

export class SubscriptionAnswer {
  @ApiProperty({ enum: ['accepted'], description: 'The same whether or not the address is known.' })
  status!: 'accepted';
}
