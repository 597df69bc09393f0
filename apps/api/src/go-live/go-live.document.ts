import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class DueMailDocument {
  @ApiProperty({ format: 'uuid' })
  licenseId!: string;

  @ApiPropertyOptional()
  externalId?: string;

  @ApiProperty({ example: '2026-03-10' })
  expiresOn!: string;

  @ApiProperty({ description: 'Days before the expiry.', type: 'integer', example: 30 })
  offset!: number;

  @ApiProperty({ format: 'uuid' })
  contactId!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;
}

export class GoLiveDocument {
  @ApiProperty({ enum: ['never-held', 'held', 'released'] })
  mail!: string;

  @ApiProperty({ type: [DueMailDocument] })
  goesOutToday!: DueMailDocument[];

  @ApiProperty({ description: 'Reminders that fell due before: nobody gets them.', type: 'integer' })
  recordedNotSent!: number;
}
