import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import {
  licenseTable,
  licenseView,
  sqliteDialect,
  type Tables,
  upcomingTable,
  upcomingView,
  type ViewRow,
} from '@renewals/projections';
import { Kysely } from 'kysely';

const PAGE = 1_000;

/** Streams that the views are folded from. */
const WANTED = /^(license|maintenance|renewal)-/;

interface BareView {
  readonly rows: ReadonlyMap<string, ViewRow>;
  readonly upsert: StatementSyncInstance;
  readonly columns: readonly string[];
}

/** The floor under a rebuild: the log read and parsed, and the rows that the views end with written again and again. */
export class BareViews {
  private constructor(
    private readonly log: DatabaseSyncInstance,
    private readonly views: DatabaseSyncInstance,
    private readonly both: readonly BareView[],
  ) {}

  static async open(events: string, finished: string, file: string): Promise<BareViews> {
    const target: Tables = new Kysely({ dialect: sqliteDialect(file) });
    await licenseTable.create(target, 'license');
    await upcomingTable.create(target, 'upcoming_renewal');
    await target.destroy();
    const source = new DatabaseSync(finished, { readOnly: true });
    const views = new DatabaseSync(file);
    views.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const both = [licenseView, upcomingView].map(({ table: { name }, columns }) => ({
      rows: rowsByKey(source, name),
      upsert: views.prepare(upsertOf(name, columns)),
      columns,
    }));
    source.close();
    return new BareViews(new DatabaseSync(events, { readOnly: true }), views, both);
  }

  /** Each view by a pass of its own, as a rebuild is. */
  rebuild(): void {
    this.views.exec('DELETE FROM license; DELETE FROM upcoming_renewal;');
    for (const view of this.both) this.pass(view);
  }

  close(): void {
    this.log.close();
    this.views.close();
  }

  private pass({ rows, upsert, columns }: BareView): void {
    const page = this.log.prepare(
      'SELECT position, stream, revision, id, type, data, metadata FROM event WHERE position > ? ORDER BY position LIMIT ?',
    );
    let last = 0;
    for (;;) {
      const events = page.all(last, PAGE) as { position: number; stream: string; data: string; metadata: string }[];
      const keys = new Set<string>();
      for (const { stream, data, metadata } of events) {
        if (!WANTED.test(stream)) continue;
        JSON.parse(data);
        JSON.parse(metadata);
        if (stream.startsWith('license-')) keys.add(stream.slice('license-'.length));
      }
      this.views.exec('BEGIN');
      for (const key of keys) {
        const row = rows.get(key);
        if (row) upsert.run(...columns.map((column) => row[column] as string | number | null));
      }
      this.views.exec('COMMIT');
      last = events.at(-1)?.position ?? last;
      if (events.length < PAGE) return;
    }
  }
}

function rowsByKey(database: DatabaseSyncInstance, table: string): ReadonlyMap<string, ViewRow> {
  const rows = database.prepare(`SELECT * FROM ${table}`).all() as ViewRow[];
  return new Map(rows.map((row) => [String(row['license']), row]));
}

function upsertOf(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`);
  const values = columns.map(() => '?').join(', ');
  const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values}) ON CONFLICT (license) DO UPDATE SET ${updates}`;
}
