import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** One row an event, in log order. `position` is never reused, because nothing is ever deleted. */
export function createSchema(database: DatabaseSyncInstance): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS event (
      position INTEGER PRIMARY KEY,
      stream   TEXT    NOT NULL,
      revision INTEGER NOT NULL,
      category TEXT    NOT NULL,
      id       TEXT    NOT NULL,
      type     TEXT    NOT NULL,
      data     TEXT    NOT NULL,
      metadata TEXT    NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS event_by_stream ON event (stream, revision);
  `);
}
