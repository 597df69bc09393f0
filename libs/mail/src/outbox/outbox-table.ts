import type { Tables } from '@renewals/projections';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import { type Due, mailingNamed, nameOf, type Mailing, type Recipient } from '../delivery/mailing';

/**
 * One row a mail that is to be decided: of a mailing whose recipients are not yet looked up, or of one recipient.
 * Instants are milliseconds since the epoch. No personal data: contacts are ids.
 */
export type OutboxRow = {
  /** `mailing|recipient` */
  key: string;
  /** What it is, as `nameOf` says it. */
  mailing: string;
  /** 1: goes out also while mail is held. */
  awaited: 0 | 1;
  /** Empty until they are looked up. */
  recipient: string;
  /** By which it fell due. */
  eventId: string;
  correlationId: string;
  createdAt: number;
  /** When it is tried next; while it is leased, when the lease ends. */
  nextAttemptAt: number;
  /** Counted when it is leased, so that a sender that dies has counted too (rule 14). */
  attempts: number;
  /** The lease: sender, time and number. No two are alike. */
  leasedBy: string | null;
  /**
   * The seal: the Message-ID of the mail that it goes out in, perhaps with other rows. Fixed before the mail is given to
   * the server for the first time and never changed, so that a repeat is the same mail.
   */
  mail: string | null;
  /** What the server said when it took the mail. Only recording is left then: it is never sent again. */
  answer: string | null;
  /** Without recipient only: when somebody's mail was decided. It happens where the table is built from an old log. */
  decidedAt: number | null;
  /** Out of the queue until an operator replays it. */
  parkedAt: number | null;
  lastError: string | null;
};

export type OutboxTables = { outbox: OutboxRow };

export async function createOutboxTable(database: Tables, name: string): Promise<void> {
  await database.schema
    .createTable(name)
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('mailing', 'text', (column) => column.notNull())
    .addColumn('awaited', 'integer', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('eventId', 'text', (column) => column.notNull())
    .addColumn('correlationId', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('leasedBy', 'text')
    .addColumn('mail', 'text')
    .addColumn('answer', 'text')
    .addColumn('decidedAt', 'bigint')
    .addColumn('parkedAt', 'bigint')
    .addColumn('lastError', 'text')
    .execute();
  await database.schema
    .createIndex(`${name}_due`)
    .ifNotExists()
    .on(name)
    .columns(['nextAttemptAt', 'recipient', 'key'])
    .where(sql.ref('parkedAt'), 'is', null)
    .execute();
  await database.schema
    .createIndex(`${name}_awaited`)
    .ifNotExists()
    .on(name)
    .columns(['nextAttemptAt', 'recipient', 'key'])
    .where(sql<boolean>`"awaited" = 1 and "parkedAt" is null`)
    .execute();
  await database.schema
    .createIndex(`${name}_recipient`)
    .ifNotExists()
    .on(name)
    .columns(['recipient', 'nextAttemptAt', 'key'])
    .execute();
  await database.schema
    .createIndex(`${name}_decided`)
    .ifNotExists()
    .on(name)
    .column('decidedAt')
    .where(sql.ref('decidedAt'), 'is not', null)
    .execute();
  await database.schema.createIndex(`${name}_mailing`).ifNotExists().on(name).column('mailing').execute();
}

export function keyOf(mailing: Mailing, recipient: string): string {
  return `${nameOf(mailing)}|${recipient}`;
}

/** What a row is about. */
export function dueMailingOf({ mailing, eventId, correlationId }: OutboxRow): Due {
  return { ...mailingNamed(mailing), causedBy: { eventId, correlationId } };
}

/** The row of one recipient, made from the row of the mailing. */
export function addressedTo(recipient: Recipient, row: OutboxRow, now: number): OutboxRow {
  const untried = { nextAttemptAt: now, attempts: 0, leasedBy: null, lastError: null };
  return { ...row, ...untried, key: `${row.mailing}|${recipient}`, recipient, decidedAt: null };
}

/** Those that are there already stay as they are. Compiled once and run once a row: it is faster than one of many rows. */
export async function insertRows(database: Kysely<OutboxTables>, rows: readonly OutboxRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof OutboxRow)[];
  const insert = database
    .insertInto('outbox')
    .values(first)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .compile().sql;
  for (const row of rows) {
    await database.executeQuery(
      CompiledQuery.raw(
        insert,
        columns.map((column) => row[column]),
      ),
    );
  }
}

/** PostgreSQL answers 64-bit integers as text. */
export function withNumbers(row: OutboxRow): OutboxRow {
  const instant = (value: number | null) => (value === null ? null : Number(value));
  return {
    ...row,
    createdAt: Number(row.createdAt),
    nextAttemptAt: Number(row.nextAttemptAt),
    decidedAt: instant(row.decidedAt),
    parkedAt: instant(row.parkedAt),
  };
}
