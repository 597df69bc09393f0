import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { sameAppend } from '../append-again';
import { AppendSignal } from '../append-signal';
import { AppendRefused, RevisionConflict, StoreUnavailable } from '../errors';
import { follow } from '../follow';
import {
  type AllFilter,
  type Appended,
  type Batch,
  categoryOf,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type StreamRange,
  type SubscribeOptions,
} from '../port';
import { GroupCommit } from './group-commit';
import { COLUMNS, type EventRow, recorded, toPosition, toRow } from './rows';
import { createSchema } from './schema';

interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly bodies: readonly (readonly [data: string, metadata: string])[];
}

/** The embedded store: one SQLite file in WAL mode. Answered means fsynced. */
export class SqliteEventStore implements EventStore {
  private readonly appended = new AppendSignal();
  private readonly commits: GroupCommit<PreparedAppend, Appended>;
  private readonly lastOfStream: StatementSyncInstance;
  private readonly insert: StatementSyncInstance;
  private readonly forwards: StatementSyncInstance;
  private readonly backwards: StatementSyncInstance;
  private readonly page: StatementSyncInstance;
  private readonly last: StatementSyncInstance;

  private constructor(private readonly database: DatabaseSyncInstance) {
    this.lastOfStream = database.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?');
    this.insert = database.prepare(
      `INSERT INTO event (stream, revision, category, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.forwards = database.prepare(
      `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.backwards = database.prepare(
      `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
    );
    this.page = database.prepare(`SELECT ${COLUMNS}, category FROM event WHERE position > ? ORDER BY position LIMIT ?`);
    this.last = database.prepare('SELECT max(position) AS position FROM event');
    this.commits = new GroupCommit(
      database,
      (append) => this.write(append),
      () => this.appended.raise(),
    );
  }

  /** `readOnly` works beside a process that writes. Whoever writes holds the data directory's lock. */
  static open(file: string, { readOnly = false }: { readOnly?: boolean } = {}): SqliteEventStore {
    const database = new DatabaseSync(file, { readOnly });
    database.exec('PRAGMA busy_timeout = 5000');
    if (!readOnly) {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      createSchema(database);
    }
    return new SqliteEventStore(database);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    if (events.length === 0) throw new AppendRefused('An append needs at least one event');
    const bodies = events.map((event) => [JSON.stringify(event.data), JSON.stringify(event.metadata)] as const);
    return this.commits.submit({ stream, expected, events, bodies });
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<RecordedEvent[]> {
    const { direction = 'forwards', limit = -1 } = range;
    const rows =
      direction === 'forwards'
        ? this.all(this.forwards, stream, range.from ?? 0, limit)
        : this.all(this.backwards, stream, range.from ?? Number.MAX_SAFE_INTEGER, limit);
    return rows.map(recorded);
  }

  async readAll({ after, categories, batchSize = 500 }: AllFilter): Promise<Batch> {
    const rows = this.all<EventRow & { category: string }>(this.page, toRow(after), batchSize);
    const last = rows.at(-1);
    const wanted = categories ? rows.filter((row) => categories.includes(row.category)) : rows;
    return {
      events: wanted.map(recorded),
      position: last ? toPosition(last.position) : after,
      caughtUp: rows.length < batchSize,
    };
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    return follow(this, this.appended, options);
  }

  async lastPosition(): Promise<Position> {
    const row = this.last.get() as { position: number | null };
    return row.position === null ? ('' as Position) : toPosition(row.position);
  }

  async close(): Promise<void> {
    this.commits.flush();
    this.appended.raise();
    this.database.close();
  }

  private write({ stream, expected, events, bodies }: PreparedAppend): Appended | Error {
    const { revision: current } = this.lastOfStream.get(stream) as { revision: number | null };
    const next = expected === 'no-stream' ? 0 : expected + 1;
    if (next !== (current ?? -1) + 1) {
      const stored = this.all(this.forwards, stream, next, events.length).map(recorded);
      return sameAppend(stored, events) ?? new RevisionConflict(stream, expected);
    }
    const category = categoryOf(stream);
    let position = 0;
    events.forEach((event, index) => {
      const [data, metadata] = bodies[index] as readonly [string, string];
      const { lastInsertRowid } = this.insert.run(stream, next + index, category, event.id, event.type, data, metadata);
      position = Number(lastInsertRowid);
    });
    return { revision: next + events.length - 1, position: toPosition(position) };
  }

  private all<Row = EventRow>(statement: StatementSyncInstance, ...parameters: (string | number)[]): Row[] {
    try {
      return statement.all(...parameters) as Row[];
    } catch (cause) {
      throw new StoreUnavailable(`The event file could not be read: ${(cause as Error).message}`, { cause });
    }
  }
}
