import { MAX_ATTEMPTS } from '@renewals/platform';
import type { EventMetadata, RecordedEvent } from '@renewals/event-store';
import type { NoticeEvent, ReminderEvent } from '@renewals/licensing';
import type { Projection } from '@renewals/projections';
import type { Kysely } from 'kysely';
import { goesOutWhileHeld, type Mailing, nameOf } from '../delivery/mailing';
import { decidedBy } from './decided';
import { createOutboxTable, insertRows, keyOf, type OutboxRow, type OutboxTables } from './outbox-table';

const DAY = 86_400_000;
const NOBODY_YET = '';

/** What is to be mailed, written in the transaction of its checkpoint (rule 14). What was decided goes. */
export const outboxProjection: Projection = {
  name: 'outbox',
  tables: [{ name: 'outbox', create: createOutboxTable }],
  categories: ['reminder', 'notice'],
  apply: async (events, database) => {
    const changes = new OutboxChanges();
    for (const event of events) changes.add(event);
    await changes.write(database.withTables<OutboxTables>());
  },
};

/**
 * The changes of one batch, folded before they are written.
 *
 * The log does not say whom a mailing was addressed to. So in a table built from an old log, a mailing of which
 * somebody's mail was decided keeps its row for another day of the log: somebody else's may have been under way when
 * the table before it was lost, and the desk is asked once more. After that day every sender has sent or given up.
 *
 * Nor does the log know attempts, seals, or what a server said of a mail before that was recorded. A mail that was given
 * to a server and is on no record may go out once more then: as the same mail when the same is due together, for a
 * Message-ID follows from what the mail tells and to whom; a digest of which a line was decided otherwise since, or which
 * others have joined, under another Message-ID.
 */
class OutboxChanges {
  private readonly rows = new Map<string, OutboxRow>();
  private readonly goneKeys = new Set<string>();
  private readonly goneMailings = new Set<string>();
  private readonly decided = new Map<number, Set<string>>();
  private now = 0;

  add(recorded: RecordedEvent): void {
    this.now = Date.parse((recorded.metadata as EventMetadata).recordedAt);
    const decided = decidedBy(recorded as unknown as ReminderEvent | NoticeEvent);
    switch (decided?.what) {
      case 'due':
        return this.insert(this.rowOf(recorded, decided.mailing, NOBODY_YET));
      case 'mail':
        return this.mailDecided(decided.mailing, decided.recipient);
      case 'mailing':
        return this.allDecided(decided.mailing);
      case 'parked':
        return this.parked(decided.mailing, {
          ...this.rowOf(recorded, decided.mailing, decided.recipient),
          attempts: MAX_ATTEMPTS,
          parkedAt: this.now,
          lastError: decided.answer,
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
    if (this.goneMailings.size > 0) {
      await database
        .deleteFrom('outbox')
        .where('mailing', 'in', [...this.goneMailings])
        .execute();
    }
    await insertRows(database, [...this.rows.values()]);
    await database
      .deleteFrom('outbox')
      .where('decidedAt', '<', this.now - DAY)
      .execute();
  }

  private mailDecided(mailing: Mailing, recipient: string): void {
    const key = keyOf(mailing, recipient);
    this.rows.delete(key);
    this.goneKeys.add(key);
    this.noteDecision(mailing);
  }

  private allDecided(mailing: Mailing): void {
    const name = nameOf(mailing);
    for (const row of this.rows.values()) if (row.mailing === name) this.rows.delete(row.key);
    this.goneMailings.add(name);
  }

  /** The sender has parked its row by itself; only a table built from an old log gets one here. */
  private parked(mailing: Mailing, row: OutboxRow): void {
    this.insert(row);
    this.noteDecision(mailing);
  }

  /** The first decision counts. */
  private noteDecision(mailing: Mailing): void {
    const key = keyOf(mailing, NOBODY_YET);
    const row = this.rows.get(key);
    if (row) this.rows.set(key, { ...row, decidedAt: row.decidedAt ?? this.now });
    else this.decided.set(this.now, (this.decided.get(this.now) ?? new Set()).add(key));
  }

  private insert(row: OutboxRow): void {
    if (!this.rows.has(row.key)) this.rows.set(row.key, row);
  }

  private rowOf(recorded: RecordedEvent, mailing: Mailing, recipient: string): OutboxRow {
    return {
      key: keyOf(mailing, recipient),
      mailing: nameOf(mailing),
      awaited: goesOutWhileHeld(mailing) ? 1 : 0,
      recipient,
      eventId: recorded.id,
      correlationId: (recorded.metadata as EventMetadata).$correlationId,
      createdAt: this.now,
      nextAttemptAt: this.now,
      attempts: 0,
      leasedBy: null,
      mail: null,
      answer: null,
      decidedAt: null,
      parkedAt: null,
      lastError: null,
    };
  }
}
