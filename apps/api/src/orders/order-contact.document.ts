import type { ContactRole } from '@renewals/licensing';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';

const listRoles = ['order', 'technical'] as const;

export class OrderContactBody {
  @ApiProperty({ description: 'Of a contact of the company.', format: 'email', maxLength: 200 })
  @IsEmail()
  @MaxLength(200)
  email!: string;

  @ApiPropertyOptional({ enum: listRoles, default: 'order', description: '`order` sees the licenses and is reminded.' })
  @IsOptional()
  @IsIn(listRoles)
  role: 'order' | 'technical' = 'order';
}

export class OrderContactRoleBody {
  @ApiPropertyOptional({ enum: listRoles, default: 'order' })
  @IsOptional()
  @IsIn(listRoles)
  role: 'order' | 'technical' = 'order';
}

export class BillingContactBody {
  @ApiProperty({ description: 'Of a contact of the company.', format: 'email', maxLength: 200 })
  @IsEmail()
  @MaxLength(200)
  email!: string;
}

/** Of whom; people of a customer speak for themselves only, and leave it out. */
export class SubscriberBody {
  @ApiPropertyOptional({ format: 'uuid', description: "For the vendor's people: on whose behalf." })
  @IsOptional()
  @IsUUID()
  contactId?: string;
}

export class OrderContactDocument {
  @ApiProperty({ format: 'uuid' })
  contactId!: string;

  @ApiProperty({ enum: ['order', 'billing', 'technical'] })
  role!: ContactRole;

  @ApiPropertyOptional()
  name?: string;

  @ApiPropertyOptional({ format: 'email' })
  email?: string;

  @ApiProperty({ description: 'On the list, still of the company, and not unsubscribed.' })
  getsReminders!: boolean;
}

export class OrderContactsDocument {
  @ApiProperty({ type: [OrderContactDocument] })
  items!: OrderContactDocument[];

  @ApiProperty({ description: 'Reminders reach nobody, and sales was told.' })
  alert!: boolean;

  @ApiProperty({ description: "Of the order's stream; the ETag.", type: 'integer' })
  revision!: number;
}

export class ReminderSubscriptionDocument {
  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty()
  subscribed!: boolean;

  @ApiPropertyOptional({ enum: ['link', 'one-click', 'contact'], description: 'How it ended.' })
  endedVia?: string;

  @ApiProperty({ type: 'integer' })
  revision!: number;
}
