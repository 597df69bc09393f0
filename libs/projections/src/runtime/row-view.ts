import type { RecordedEvent } from '@renewals/event-store';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Projection, TableDefinition, TablesInTransaction } from './projection';

export type SqlValue = string | number | null;
export type ViewRow = Readonly<Record<string, SqlValue>>;

/** A view with one row a thing, each row folded from the events that name the thing. */
export interface RowView<Row extends ViewRow> {
  readonly name: string;
  readonly table: TableDefinition;
  /** Of the streams whose events it is folded from. */
  readonly categories: readonly string[];
  readonly columns: readonly (keyof Row & string)[];
  /** The primary key's column. */
  readonly key: keyof Row & string;
  /** Keys of the rows that the event changes. */
  keysOf(event: RecordedEvent): readonly string[];
  /** The row after the event; `undefined` when there is none (any more). Pure. */
  evolve(row: Row | undefined, event: RecordedEvent, key: string): Row | undefined;
}

export function rowProjection<Row extends ViewRow>(view: RowView<Row>): Projection {
  const { name, table, categories } = view;
  return { name, tables: [table], categories, apply: (events, database) => applyRows(view, events, database) };
}

const KEYS_AT_ONCE = 500;

async function applyRows<Row extends ViewRow>(
  view: RowView<Row>,
  events: readonly RecordedEvent[],
  database: TablesInTransaction,
): Promise<void> {
  const touched = events.map((event) => [event, view.keysOf(event)] as const).filter(([, keys]) => keys.length > 0);
  const keys = [...new Set(touched.flatMap(([, keysOfEvent]) => keysOfEvent))];
  if (keys.length === 0) return;
  const before = await load(view, keys, database);
  const after = new Map(before);
  for (const [event, keysOfEvent] of touched) {
    for (const key of keysOfEvent) {
      const row = view.evolve(after.get(key), event, key);
      if (row) after.set(key, row);
      else after.delete(key);
    }
  }
  await save(view, keys, before, after, database);
}

async function load<Row extends ViewRow>(
  view: RowView<Row>,
  keys: readonly string[],
  database: TablesInTransaction,
): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (let first = 0; first < keys.length; first += KEYS_AT_ONCE) {
    const found = await anyTable(database)
      .selectFrom(view.table.name)
      .select([...view.columns])
      .where(sql.ref(view.key), 'in', keys.slice(first, first + KEYS_AT_ONCE))
      .execute();
    for (const row of found as unknown as Row[]) rows.set(String(row[view.key]), row);
  }
  return rows;
}

async function save<Row extends ViewRow>(
  view: RowView<Row>,
  keys: readonly string[],
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
  database: TablesInTransaction,
): Promise<void> {
  const upsert = upsertOf(view, database);
  for (const key of keys) {
    const row = after.get(key);
    if (row) {
      if (row === before.get(key)) continue;
      const parameters = view.columns.map((column) => row[column]);
      await database.executeQuery(CompiledQuery.raw(upsert, parameters));
    } else if (before.has(key)) {
      await anyTable(database).deleteFrom(view.table.name).where(sql.ref(view.key), '=', key).execute();
    }
  }
}

/** Compiled once a batch, run once a row: compiling one statement of 500 rows costs more than the rows. */
function upsertOf<Row extends ViewRow>({ table, columns, key }: RowView<Row>, database: TablesInTransaction): string {
  const query = anyTable(database)
    .insertInto(table.name)
    .values(Object.fromEntries(columns.map((column) => [column, ''])))
    .onConflict((conflict) =>
      conflict
        .column(key)
        .doUpdateSet((eb) => Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    );
  return query.compile().sql;
}

type AnyTables = Record<string, ViewRow>;

/** Which table it is only the view knows. */
function anyTable(database: TablesInTransaction): Kysely<AnyTables> {
  return database as unknown as Kysely<AnyTables>;
}
