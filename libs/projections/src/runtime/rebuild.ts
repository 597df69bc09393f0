import { type EventStore, type Position, START, type Upcasting } from '@renewals/event-store';
import { Refusal } from '@renewals/licensing';
import { TableSuffix } from '../database/table-suffix';
import { readCheckpoint, saveCheckpoints } from './checkpoints';
import type { Projection, Tables, TablesInTransaction } from './projection';

const PREVIOUS = '__previous';
const BUILDING = '__building';
const BATCH = 1000;

export interface RebuildOptions {
  readonly store: EventStore;
  readonly database: Tables;
  readonly upcasting: Upcasting;
  readonly projection: Projection;
  /** Sets this build's tables and indexes apart from those of earlier ones. */
  readonly suffix: string;
  /** Runs something while no projection moves. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>;
  readonly onProgress?: (events: number) => void;
}

/**
 * Builds a view anew from the whole log (rule 8): new tables beside the live ones, which are read throughout; swapped
 * in one transaction once they have caught up. The old ones stay for `rollBack`. Only rows are written: nothing is sent.
 */
export async function rebuild(options: RebuildOptions): Promise<{ events: number }> {
  const { store, database, upcasting, projection, suffix, exclusively, onProgress } = options;
  await createTables(database, projection, suffix);
  const names = projection.tables.map(({ name }) => name);
  const beside = database.withPlugin(new TableSuffix(names, suffix));
  let position = START;
  let events = 0;
  const catchUp = async () => {
    for (;;) {
      const batch = await store.readAll({ after: position, categories: projection.categories, batchSize: BATCH });
      const lifted = batch.events.map((event) => upcasting.lift(event));
      await beside.transaction().execute((transaction) => projection.apply(lifted, transaction));
      position = batch.position;
      events += batch.events.length;
      onProgress?.(events);
      if (batch.caughtUp) return;
    }
  };
  await catchUp();
  await exclusively(async () => {
    await catchUp();
    await swap(database, projection, suffix, position);
  });
  return { events };
}

/** Puts the tables from before the last rebuild back; they catch up from where they were left. Throws `NOT_FOUND`. */
export async function rollBack(database: Tables, projection: Projection): Promise<void> {
  const known = new Set((await database.introspection.getTables()).map(({ name }) => name));
  if (!projection.tables.every(({ name }) => known.has(name + PREVIOUS))) {
    throw new Refusal('NOT_FOUND', `There is nothing to roll back to: ${projection.name} was not rebuilt since.`);
  }
  await database.transaction().execute(async (transaction) => {
    const position = await readCheckpoint(transaction, projection.name + PREVIOUS);
    for (const { name } of projection.tables) {
      await dropTable(transaction, name);
      await rename(transaction, name + PREVIOUS, name);
    }
    await saveCheckpoints(transaction, [projection.name], position);
  });
}

/** What a build that did not finish left behind goes first. */
async function createTables(database: Tables, projection: Projection, suffix: string): Promise<void> {
  const unfinished = await readCheckpoint(database, projection.name + BUILDING);
  for (const table of projection.tables) {
    if (unfinished) await dropTable(database, table.name + unfinished);
  }
  await saveCheckpoints(database, [projection.name + BUILDING], suffix as Position);
  for (const table of projection.tables) await table.create(database, table.name + suffix);
}

function swap(database: Tables, projection: Projection, suffix: string, position: Position): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    const left = await readCheckpoint(transaction, projection.name);
    for (const { name } of projection.tables) {
      await dropTable(transaction, name + PREVIOUS);
      await rename(transaction, name, name + PREVIOUS);
      await rename(transaction, name + suffix, name);
    }
    await saveCheckpoints(transaction, [projection.name + PREVIOUS], left);
    await saveCheckpoints(transaction, [projection.name], position);
    await saveCheckpoints(transaction, [projection.name + BUILDING], START);
  });
}

async function dropTable(database: TablesInTransaction | Tables, name: string): Promise<void> {
  await database.schema.dropTable(name).ifExists().execute();
}

async function rename(database: TablesInTransaction, from: string, to: string): Promise<void> {
  await database.schema.alterTable(from).renameTo(to).execute();
}
