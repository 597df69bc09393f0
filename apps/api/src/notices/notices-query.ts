import type { Concerning } from '@renewals/projections';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { InvalidFields } from '../problems/errors';
import { PageQuery } from '../reading/pages';

const filters = ['license', 'order', 'organization', 'contact'] as const;

/** One of them at most; all notices without. */
export class NoticesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'About this license, its renewals included.' })
  @IsOptional()
  @IsUUID()
  license?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'About this order or one of its licenses.' })
  @IsOptional()
  @IsUUID()
  order?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'About this company or one of its orders.' })
  @IsOptional()
  @IsUUID()
  organization?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'To this contact.' })
  @IsOptional()
  @IsUUID()
  contact?: string;
}

/** Throws `InvalidFields` for more than one filter. */
export function concerning(query: NoticesQuery): Concerning | undefined {
  const [first, second] = filters.filter((name) => query[name] !== undefined);
  if (first === undefined) return undefined;
  if (second === undefined) return { [first]: query[first] } as unknown as Concerning;
  throw new InvalidFields([{ field: second, message: `${second} stands beside ${first}. Filter by one of them.` }]);
}
