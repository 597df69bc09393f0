import { ApiProperty } from '@nestjs/swagger';

/** What every command answers. */
export class RevisionAnswer {
  @ApiProperty({
    description: 'Of the stream afterwards. Reads wait for it by `?atLeast=`.',
    example: 3,
    type: 'integer',
  })
  revision!: number;
}
