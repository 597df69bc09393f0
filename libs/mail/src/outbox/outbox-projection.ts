import { MAX_ATTEMPTS } from '@renewals/platform';
import type { EventMetadata, RecordedEvent } from '@renewals/event-store';
import type { ReminderEvent } from '@renewals/licensing';
import type { Projection } from '@renewals/projections';
import type { Kysely } from 'kysely';
import {
  createOutboxTable,
  insertRows,
  keyOf,
  type OutboxRow,
  type OutboxTables,
  type ReminderName,
  reminderOf,
} from './outbox-table';

const DAY = 86_400_000;
const NOBODY_YET = '';

/** What is to be mailed, written in the transaction of its checkpoint (rule 14). What was decided goes. */
export const outboxProjection: Projection = {
  name: 'outbox',
  tables: [{ name: 'outbox', create: createOutboxTable }],
  categories: ['reminder'],
  apply: async (events, database) => {
    const changes = new OutboxChanges();
    for (const event of events) changes.add(event);
    await changes.write(database.withTables<OutboxTables>());
  },
};

/**
 * The changes of one batch, folded before they are written.
 *
 * The log does not say whom a reminder was addressed to. So in a table built from an old log, a reminder of which
 * somebody's mail was decided keeps its row for another day of the log: somebody else's may have been under way when
 * the table before it was lost, and the desk is asked once more. After that day every sender has sent or given up.
 */
class OutboxChanges {
  private readonly rows = new Map<string, OutboxRow>();
  private readonly goneKeys = new Set<string>();
  private readonly goneReminders = new Set<string>();
  private readonly decided = new Map<number, Set<string>>();
  private now = 0;

  add(recorded: RecordedEvent): void {
    this.now = Date.parse((recorded.metadata as EventMetadata).recordedAt);
    const event = recorded as unknown as ReminderEvent;
    switch (event.type) {
      case 'ReminderDue':
        return this.insert(this.rowOf(recorded, event.data, NOBODY_YET));
      case 'ReminderSent':
        return this.mailDecided(event.data, event.data.contactId);
      case 'ReminderSuppressed':
        return event.data.contactId === undefined
          ? this.allDecided(event.data)
          : this.mailDecided(event.data, event.data.contactId);
      case 'ReminderFailed':
        return event.data.permanent
          ? this.mailDecided(event.data, event.data.contactId)
          : this.parked({
              ...this.rowOf(recorded, event.data, event.data.contactId),
              attempts: MAX_ATTEMPTS,
              parkedAt: this.now,
              lastError: event.data.answer,
            });
    }
  }

  async write(database: Kysely<OutboxTables>): Promise<void> {
    for (const [instant, keys] of this.decided) {
      await database
        .updateTable('outbox')
        .set({ decidedAt: instant })
        .where('key', 'in', [...keys])
        .where('decidedAt', 'is', null)
        .execute();
    }
    if (this.goneKeys.size > 0) {
      await database
        .deleteFrom('outbox')
        .where('key', 'in', [...this.goneKeys])
        .execute();
    }
    if (this.goneReminders.size > 0) {
      await database
        .deleteFrom('outbox')
        .where('reminder', 'in', [...this.goneReminders])
        .execute();
    }
    await insertRows(database, [...this.rows.values()]);
    await database
      .deleteFrom('outbox')
      .where('decidedAt', '<', this.now - DAY)
      .execute();
  }

  private mailDecided(name: ReminderName, contact: string): void {
    const key = keyOf(reminderOf(name), contact);
    this.rows.delete(key);
    this.goneKeys.add(key);
    this.noteDecision(reminderOf(name));
  }

  private allDecided(name: ReminderName): void {
    const reminder = reminderOf(name);
    for (const row of this.rows.values()) if (row.reminder === reminder) this.rows.delete(row.key);
    this.goneReminders.add(reminder);
  }

  /** The sender has parked its row by itself; only a table built from an old log gets one here. */
  private parked(row: OutboxRow): void {
    this.insert(row);
    this.noteDecision(row.reminder);
  }

  /** The first decision counts. */
  private noteDecision(reminder: string): void {
    const key = keyOf(reminder, NOBODY_YET);
    const row = this.rows.get(key);
    if (row) this.rows.set(key, { ...row, decidedAt: row.decidedAt ?? this.now });
    else this.decided.set(this.now, (this.decided.get(this.now) ?? new Set()).add(key));
  }

  private insert(row: OutboxRow): void {
    if (!this.rows.has(row.key)) this.rows.set(row.key, row);
  }

  private rowOf(recorded: RecordedEvent, name: ReminderName, contact: string): OutboxRow {
    const reminder = reminderOf(name);
    return {
      key: keyOf(reminder, contact),
      reminder,
      subjectKind: name.subject.kind,
      subjectId: name.subject.id,
      expiresOn: name.expiresOn,
      offset: name.offset,
      contact,
      eventId: recorded.id,
      correlationId: (recorded.metadata as EventMetadata).$correlationId,
      createdAt: this.now,
      nextAttemptAt: this.now,
      attempts: 0,
      leasedBy: null,
      messageId: null,
      answer: null,
      decidedAt: null,
      parkedAt: null,
      lastError: null,
    };
  }
}
