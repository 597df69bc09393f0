import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { InvalidFields } from '../problems/errors';

export const PAGE_AT_MOST = 200;
const PAGE = 50;

/** Which page of a list. */
export class PageQuery {
  /** As a page before gave it. */
  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: PAGE_AT_MOST, default: PAGE, type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_AT_MOST)
  limit: number = PAGE;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** None on the last page. */
  readonly nextCursor?: string;
}

/** Where a page ended: opaque to the client, and stable whatever is written meanwhile. */
export function cursorAfter(last: Readonly<Record<string, string>>): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url');
}

/** Throws `InvalidFields` for a cursor that no page of this list gave. */
export function readCursor<Key extends string>(
  cursor: string | undefined,
  ...keys: readonly Key[]
): Readonly<Record<Key, string>> | undefined {
  if (cursor === undefined) return undefined;
  const after = parsed(cursor);
  if (typeof after === 'object' && after !== null && keys.every((key) => typeof field(after, key) === 'string')) {
    return after as Record<Key, string>;
  }
  throw new InvalidFields([{ field: 'cursor', message: 'cursor is none of this list. Begin again without it.' }]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function field(of: object, key: string): unknown {
  return (of as Record<string, unknown>)[key];
}

/** Fills a page from a view with rows that somebody may see; asks the view again for those that they may not. */
export async function fillPage<Row>(
  limit: number,
  fetch: (after: Row | undefined) => Promise<readonly Row[]>,
  isVisible: (row: Row) => Promise<boolean>,
): Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> {
  const rows: Row[] = [];
  let after: Row | undefined;
  for (;;) {
    const fetched = await fetch(after);
    for (const row of fetched) {
      if (!(await isVisible(row))) continue;
      if (rows.length === limit) return { rows, hasMore: true };
      rows.push(row);
    }
    after = fetched.at(-1);
    if (after === undefined) return { rows, hasMore: false };
  }
}
