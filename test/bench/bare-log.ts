import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { categoryOf, type RecordedEvent } from '@renewals/event-store';

export type BareRow = readonly [
  stream: string,
  revision: number,
  category: string,
  id: string,
  type: string,
  data: string,
  metadata: string,
];

/** The floor under the event store: the same bytes into a file of the same form, by a prepared insert and no more. */
export class BareLog {
  private readonly database: DatabaseSyncInstance;
  private readonly insert: StatementSyncInstance;

  constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE event (
        position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, category TEXT NOT NULL,
        id TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX event_by_stream ON event (stream, revision);
    `);
    this.insert = this.database.prepare(
      'INSERT INTO event (stream, revision, category, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** One durable transaction. */
  write(rows: readonly BareRow[]): void {
    this.database.exec('BEGIN IMMEDIATE');
    for (const row of rows) this.insert.run(...row);
    this.database.exec('COMMIT');
  }

  close(): void {
    this.database.close();
  }
}

export function bareRow(event: Omit<RecordedEvent, 'position'>): BareRow {
  const { stream, revision, id, type, data, metadata } = event;
  return [stream, revision, categoryOf(stream), id, type, JSON.stringify(data), JSON.stringify(metadata)];
}
