import { type Position, START } from '@renewals/event-store';
import type { Kysely } from 'kysely';
import type { Tables } from './projection';

export type CheckpointTables = {
  checkpoint: { projection: string; position: string };
};

export const CHECKPOINTS = 'checkpoint';

/** How far each projection got. Saved in the transaction of the rows that it stands for. */
export async function createCheckpoints(database: Tables): Promise<void> {
  await database.schema
    .createTable(CHECKPOINTS)
    .ifNotExists()
    .addColumn('projection', 'text', (column) => column.primaryKey())
    .addColumn('position', 'text', (column) => column.notNull())
    .execute();
}

export async function readCheckpoint(database: Tables, projection: string): Promise<Position> {
  const row = await tables(database)
    .selectFrom('checkpoint')
    .select('position')
    .where('projection', '=', projection)
    .executeTakeFirst();
  return (row?.position as Position | undefined) ?? START;
}

export async function saveCheckpoints(
  database: Tables,
  projections: readonly string[],
  position: Position,
): Promise<void> {
  await tables(database)
    .insertInto('checkpoint')
    .values(projections.map((projection) => ({ projection, position })))
    .onConflict((conflict) => conflict.column('projection').doUpdateSet({ position }))
    .execute();
}

function tables(database: Tables): Kysely<CheckpointTables> {
  return database.withTables<CheckpointTables>();
}
