import { ApiProperty } from '@nestjs/swagger';

export class ActorDocument {
  @ApiProperty({ example: 'sales' })
  type!: string;

  @ApiProperty({ example: 'maria' })
  id!: string;
}

/** One event that the license was part of. Contacts are named by id. */
export class HistoryEntryDocument {
  @ApiProperty({ description: 'In the log of everything.', example: '00000000000000000042' })
  position!: string;

  @ApiProperty({ example: 'license-5b1f…' })
  stream!: string;

  @ApiProperty({ type: 'integer', example: 2 })
  revision!: number;

  @ApiProperty({ format: 'uuid' })
  eventId!: string;

  @ApiProperty({ example: 'RenewalOpened' })
  type!: string;

  @ApiProperty({ description: 'When it was true.', format: 'date-time' })
  occurredAt!: string;

  @ApiProperty({ description: 'When we knew.', format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ type: ActorDocument })
  actor!: ActorDocument;

  @ApiProperty({ format: 'uuid' })
  commandId!: string;

  @ApiProperty({ format: 'uuid' })
  correlationId!: string;

  @ApiProperty({ format: 'uuid' })
  causationId!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
}

export class HistoryDocument {
  @ApiProperty({ type: [HistoryEntryDocument] })
  items!: HistoryEntryDocument[];
}
