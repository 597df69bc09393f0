import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ReadQuery {
  @ApiPropertyOptional({
    description: 'Wait until this revision is shown, two seconds at most; then 503 with `Retry-After`.',
    type: 'integer',
    minimum: 0,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  atLeast?: number;
}
