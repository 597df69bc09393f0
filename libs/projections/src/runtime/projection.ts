import type { RecordedEvent } from '@renewals/event-store';
import type { Kysely, Transaction } from 'kysely';

/** Rooms type their own tables over this with `withTables`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a database of which no table is known yet
export type Tables = Kysely<{}>;
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as above
export type TablesInTransaction = Transaction<{}>;

export interface TableDefinition {
  readonly name: string;
  /** Creates the table and its indexes under the given name; index names must contain it. */
  create(database: Tables, name: string): Promise<void>;
}

/**
 * Turns events into rows. `apply` runs in the transaction that also moves the projection's checkpoint (rule 5): it sees
 * each event once, in log order, lifted to its newest shape. An event that it cannot handle makes it throw, and stops
 * it (rule 10).
 */
export interface Projection {
  readonly name: string;
  readonly tables: readonly TableDefinition[];
  /** Of the streams whose events it wants; it never sees others. */
  readonly categories: readonly string[];
  apply(events: readonly RecordedEvent[], database: TablesInTransaction): Promise<void>;
}
