import { categoryOf, type EventMetadata, type RecordedEvent } from '@renewals/event-store';
import { type Instant, instantAt, type IsoDate, startsAt, type Zone } from '@renewals/licensing';
import type { Projection } from '@renewals/projections';
import type { Kysely } from 'kysely';
import type { Automation, DeadlineChange, DueTime } from './deadline';
import { DeadlineStatements } from './deadline-statements';
import { createDeadlineTable, type DeadlineTable, type DeadlineTables } from './deadline-table';

/** Keeps the deadlines that events set and clear, in the transaction of their checkpoint. */
export function deadlineProjection(automations: readonly Automation[]): Projection {
  return {
    name: 'deadlines',
    tables: [{ name: 'deadline', create: createDeadlineTable }],
    categories: [...new Set(automations.flatMap((automation) => automation.categories))],
    apply: async (events, database) => {
      const pending = new PendingChanges(database.withTables<DeadlineTables>());
      for (const event of events) {
        for (const automation of automations) {
          if (!automation.categories.includes(categoryOf(event.stream))) continue;
          for (const change of automation.deadlines(event)) await pending.add(automation, event, change);
        }
      }
      await pending.write();
    },
  };
}

/**
 * Rows set within one batch wait here, so that those which the same batch clears are never written; and so do those that
 * are cleared one by one, which go together.
 */
class PendingChanges {
  /** By kind and subject, then by detail. */
  private readonly rows = new Map<string, Map<string, DeadlineTable>>();
  private readonly cleared = new Set<string>();
  private readonly statements: DeadlineStatements;

  constructor(database: Kysely<DeadlineTables>) {
    this.statements = new DeadlineStatements(database);
  }

  async add(automation: Automation, event: RecordedEvent, change: DeadlineChange): Promise<void> {
    if ('set' in change) {
      const row = rowOf(automation, event, change.set);
      this.of(row.kind, row.subject).set(row.detail, row);
      return;
    }
    if ('hasten' in change) return this.hasten(automation, change.hasten);
    const { subject, detail } = change.clear;
    const rows = this.of(automation.kind, subject);
    if (detail === undefined) {
      rows.clear();
      await this.statements.clearAll(automation.kind, subject);
    } else {
      rows.delete(detail);
      this.cleared.add(keyOf(automation.kind, subject, detail));
    }
  }

  private async hasten({ kind }: Automation, { subject, detail, at }: Hastened): Promise<void> {
    const pending = this.of(kind, subject);
    const row = pending.get(detail);
    if (row) pending.set(detail, { ...row, nextAt: at });
    else await this.statements.hasten(keyOf(kind, subject, detail), at);
  }

  async write(): Promise<void> {
    await this.statements.clear([...this.cleared]);
    for (const rows of this.rows.values()) {
      for (const row of rows.values()) await this.statements.set(row);
    }
  }

  private of(kind: string, subject: string): Map<string, DeadlineTable> {
    const key = `${kind}|${subject}`;
    const known = this.rows.get(key) ?? new Map<string, DeadlineTable>();
    this.rows.set(key, known);
    return known;
  }
}

type Hastened = Extract<DeadlineChange, { readonly hasten: unknown }>['hasten'];

function keyOf(kind: string, subject: string, detail: string): string {
  return `${kind}|${subject}|${detail}`;
}

function rowOf(
  { kind, rank }: Automation,
  event: RecordedEvent,
  { subject, detail, due }: { subject: string; detail: string; due: DueTime },
): DeadlineTable {
  const dueAt = instantOf(due);
  return {
    key: keyOf(kind, subject, detail),
    kind,
    rank,
    subject,
    detail,
    dueAt,
    localDate: 'date' in due ? due.date : 'startOf' in due ? due.startOf : null,
    hour: 'date' in due ? due.hour : null,
    zone: 'zone' in due ? due.zone : null,
    eventId: event.id,
    correlationId: (event.metadata as EventMetadata).$correlationId,
    nextAt: dueAt,
    attempts: 0,
    parkedAt: null,
    lastError: null,
  };
}

export function instantOf(due: DueTime): Instant {
  if ('at' in due) return due.at;
  return 'date' in due ? instantAt(due.date, due.hour, due.zone) : startsAt(due.startOf, due.zone);
}

/** The due time that a row was made from. */
export function dueTimeOf(row: Pick<DeadlineTable, 'localDate' | 'hour' | 'zone' | 'dueAt'>): DueTime {
  if (row.localDate === null || row.zone === null) return { at: Number(row.dueAt) };
  const [date, zone] = [row.localDate as IsoDate, row.zone as Zone];
  return row.hour === null ? { startOf: date, zone } : { date, hour: row.hour, zone };
}
