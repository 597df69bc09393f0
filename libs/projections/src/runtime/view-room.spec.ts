import { join } from 'node:path';
import { type JsonObject, MemoryEventStore, Upcasting } from '@renewals/event-store';
import { eventCatalogue } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Kysely } from 'kysely';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { WatchedStore } from '../../../../test/support/watched-store';
import { sqliteDialect } from '../database/sqlite-database';
import type { CheckpointTables } from './checkpoints';
import type { Projection, Tables } from './projection';
import { ProjectionRunner } from './projection-runner';
import { rowProjection, type RowView } from './row-view';

type Count = { license: string; events: number; revision: number };
type CountTables = { license_event_count: Count };

/** How many events each license has: an event that is lost or seen twice shows. */
const counts: RowView<Count> = {
  name: 'event-counts',
  table: {
    name: 'license_event_count',
    create: async (database, name) => {
      await database.schema
        .createTable(name)
        .ifNotExists()
        .addColumn('license', 'text', (column) => column.primaryKey())
        .addColumn('events', 'integer')
        .addColumn('revision', 'integer')
        .execute();
    },
  },
  categories: ['license'],
  columns: ['license', 'events', 'revision'],
  key: 'license',
  keysOf: ({ stream }) => [stream.slice('license-'.length)],
  evolve: (row, { revision }, license) => ({ license, events: (row?.events ?? 0) + 1, revision }),
};
export const eventCounts = rowProjection(counts);

/** A projection that does its work, and then what a spec wants. */
export function then(projection: Projection, after: () => void, name = projection.name): Projection {
  return {
    ...projection,
    name,
    apply: async (events, database) => {
      await projection.apply(events, database);
      after();
    },
  };
}

/** Soon, so that a spec need not wait. */
const STALLED_AFTER = 50;

/** A log, a database of views in a file, and the runner between them; not a spec itself. */
export class ViewRoom {
  readonly store = new WatchedStore(new MemoryEventStore());
  readonly database: Tables = new Kysely({ dialect: sqliteDialect(join(temporaryDirectory(), 'views.db')) });
  readonly faults: string[] = [];
  /** What a program does before it tries again. */
  onPause: (failures: number) => void | Promise<void> = () => undefined;
  now = Date.parse('2026-01-09T08:00:00Z');
  runner!: ProjectionRunner;
  private stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();

  async start(...projections: readonly Projection[]): Promise<void> {
    this.runner = new ProjectionRunner(
      this.store,
      this.database,
      new Upcasting(eventCatalogue),
      { now: () => this.now },
      projections,
      async (failures) => this.onPause(failures),
      ({ message }) => this.faults.push(message),
      STALLED_AFTER,
    );
    await this.runner.start();
    this.stopping = new AbortController();
    this.following = this.runner.follow(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /** What happened to a license next. */
  async record(license: string, data: JsonObject = {}, type = 'LicenseExpired'): Promise<void> {
    const stream = `license-${license}`;
    const revision = (await this.store.real.readStream(stream)).length;
    const event = { id: derivedId(stream, revision), type, data, metadata: { schema: 1 } };
    await this.store.real.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
  }

  async recordMany(licenses: readonly string[]): Promise<void> {
    for (const license of licenses) await this.record(license);
  }

  async caughtUp(): Promise<void> {
    await this.runner.reached(await this.store.lastPosition(), AbortSignal.timeout(10_000));
  }

  /** Events by license, `a:2 b:1`. */
  async shown(table = counts.table.name): Promise<string> {
    const rows = await this.database
      .withTables<CountTables>()
      .selectFrom(table as 'license_event_count')
      .selectAll()
      .orderBy('license')
      .execute();
    return rows.map(({ license, events }) => `${license}:${events}`).join(' ');
  }

  async checkpoint(projection: string): Promise<string | undefined> {
    const row = await this.database
      .withTables<CheckpointTables>()
      .selectFrom('checkpoint')
      .selectAll()
      .where('projection', '=', projection)
      .executeTakeFirst();
    return row?.position;
  }

  async tables(): Promise<string[]> {
    return (await this.database.introspection.getTables()).map(({ name }) => name);
  }
}
