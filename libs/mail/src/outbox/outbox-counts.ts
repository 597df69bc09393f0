import type { Tables } from '@renewals/projections';
import type { OutboxTables } from './outbox-table';

export interface OutboxCounts {
  /** To be addressed or sent, now or later. */
  readonly waiting: number;
  /** When the longest waiting was written, milliseconds since the epoch. */
  readonly waitingSince?: number;
  readonly parked: number;
}

/** For health. */
export async function outboxCounts(tables: Tables): Promise<OutboxCounts> {
  const database = tables.withTables<OutboxTables>();
  const waiting = await database
    .selectFrom('outbox')
    .select(({ fn }) => [fn.countAll().as('count'), fn.min<number | null>('createdAt').as('since')])
    .where('parkedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const parked = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('parkedAt', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    waiting: Number(waiting.count),
    ...(waiting.since !== null && { waitingSince: Number(waiting.since) }),
    parked: Number(parked.count),
  };
}
