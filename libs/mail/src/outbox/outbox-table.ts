import type { ContactId, IsoDate, LicenseId, Subject } from '@renewals/licensing';
import type { Tables } from '@renewals/projections';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { DueReminder } from '../delivery/reminder-desk';

/**
 * One row a mail that is to be decided: of a reminder whose contacts are not yet looked up, or of one contact.
 * Instants are milliseconds since the epoch. No personal data: contacts are ids.
 */
export type OutboxRow = {
  /** `reminder|contact` */
  key: string;
  /** `kind|subject|expiresOn|offset` */
  reminder: string;
  subjectKind: Subject['kind'];
  subjectId: string;
  expiresOn: string;
  offset: number;
  /** Empty until the contacts are looked up. */
  contact: string;
  /** The `ReminderDue`. */
  eventId: string;
  correlationId: string;
  createdAt: number;
  /** When it is tried next; while it is leased, when the lease ends. */
  nextAttemptAt: number;
  /** Counted when it is leased, so that a sender that dies has counted too (rule 14). */
  attempts: number;
  leasedBy: string | null;
  /** Set once the mail was accepted and only recording that is left: it is never sent again. */
  messageId: string | null;
  /** What the server said when it accepted. */
  answer: string | null;
  /** Without contact only: when somebody's mail was decided. It happens where the table is built from an old log. */
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
    .addColumn('reminder', 'text', (column) => column.notNull())
    .addColumn('subjectKind', 'text', (column) => column.notNull())
    .addColumn('subjectId', 'text', (column) => column.notNull())
    .addColumn('expiresOn', 'text', (column) => column.notNull())
    .addColumn('offset', 'integer', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('eventId', 'text', (column) => column.notNull())
    .addColumn('correlationId', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('leasedBy', 'text')
    .addColumn('messageId', 'text')
    .addColumn('answer', 'text')
    .addColumn('decidedAt', 'bigint')
    .addColumn('parkedAt', 'bigint')
    .addColumn('lastError', 'text')
    .execute();
  await database.schema
    .createIndex(`${name}_due`)
    .ifNotExists()
    .on(name)
    .columns(['nextAttemptAt', 'key'])
    .where(sql.ref('parkedAt'), 'is', null)
    .execute();
  await database.schema
    .createIndex(`${name}_decided`)
    .ifNotExists()
    .on(name)
    .column('decidedAt')
    .where(sql.ref('decidedAt'), 'is not', null)
    .execute();
  await database.schema.createIndex(`${name}_reminder`).ifNotExists().on(name).column('reminder').execute();
}

export type ReminderName = Pick<DueReminder, 'subject' | 'expiresOn' | 'offset'>;

export function reminderOf({ subject, expiresOn, offset }: ReminderName): string {
  return [subject.kind, subject.id, expiresOn, offset].join('|');
}

export function keyOf(reminder: string, contact: string): string {
  return `${reminder}|${contact}`;
}

/** The reminder that a row is about. */
export function dueReminderOf(row: OutboxRow): DueReminder {
  return {
    subject: { kind: row.subjectKind, id: row.subjectId as LicenseId },
    expiresOn: row.expiresOn as IsoDate,
    offset: row.offset,
    causedBy: { eventId: row.eventId, correlationId: row.correlationId },
  };
}

/** The row of one contact, made from the row of the reminder. */
export function addressedTo(contact: ContactId, row: OutboxRow, now: number): OutboxRow {
  const untried = { nextAttemptAt: now, attempts: 0, leasedBy: null, lastError: null };
  return { ...row, ...untried, key: keyOf(row.reminder, contact), contact, decidedAt: null };
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
