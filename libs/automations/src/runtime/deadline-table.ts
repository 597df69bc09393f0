import { sql } from 'kysely';
import type { Tables } from '@renewals/projections';

/** One row a deadline. Only events write it; the runtime adds how trying went. Instants are milliseconds. */
export type DeadlineTable = {
  /** `kind|subject|detail` */
  key: string;
  kind: string;
  rank: number;
  subject: string;
  detail: string;
  dueAt: number;
  /** Kept beside the instant, which is computed again when the runtime's zone data changes. */
  localDate: string | null;
  hour: number | null;
  zone: string | null;
  eventId: string;
  correlationId: string;
  /** `dueAt`, or the next try after a failure. */
  nextAt: number;
  attempts: number;
  /** Out of the queue until an operator replays it. */
  parkedAt: number | null;
  lastError: string | null;
};

export const deadlineColumns = [
  'key',
  'kind',
  'rank',
  'subject',
  'detail',
  'dueAt',
  'localDate',
  'hour',
  'zone',
  'eventId',
  'correlationId',
  'nextAt',
  'attempts',
  'parkedAt',
  'lastError',
] as const satisfies readonly (keyof DeadlineTable)[];

export type DeadlineTables = {
  deadline: DeadlineTable;
  /** The zone data that the instants were computed with. */
  zone_data: { id: number; version: string };
};

export async function createDeadlineTable(database: Tables, name: string): Promise<void> {
  await database.schema
    .createTable(name)
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('rank', 'integer', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'bigint', (column) => column.notNull())
    .addColumn('localDate', 'text')
    .addColumn('hour', 'integer')
    .addColumn('zone', 'text')
    .addColumn('eventId', 'text', (column) => column.notNull())
    .addColumn('correlationId', 'text', (column) => column.notNull())
    .addColumn('nextAt', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('parkedAt', 'bigint')
    .addColumn('lastError', 'text')
    .execute();
  await database.schema
    .createIndex(`${name}_due`)
    .ifNotExists()
    .on(name)
    .columns(['nextAt', 'rank', 'subject'])
    .where(sql.ref('parkedAt'), 'is', null)
    .execute();
  await database.schema
    .createIndex(`${name}_reactions`)
    .ifNotExists()
    .on(name)
    .columns(['rank', 'nextAt', 'subject'])
    .where(sql.ref('parkedAt'), 'is', null)
    .execute();
  await database.schema.createIndex(`${name}_subject`).ifNotExists().on(name).columns(['subject', 'kind']).execute();
}
