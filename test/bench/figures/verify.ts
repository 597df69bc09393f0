import { createHash } from 'node:crypto';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { verifyChains } from '@renewals/audit';
import { hashOf, type JsonObject, SqliteEventStore } from '@renewals/event-store';
import { DataDirectory } from '@renewals/platform';
import { importedDirectory } from '../base';
import { compared, type Figure } from '../figure';
import { elapsed, inTurn } from '../measure';
import type { Workspace } from '../workspace';

const ROUNDS = 7;

interface LogRow {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Every chain of the log followed. Against a loop that reads each event and takes the hash that the chain is made of,
 * which is over canonical JSON; and against one that hashes the bytes as they lie there.
 */
export async function verify(workspace: Workspace): Promise<Figure[]> {
  const file = new DataDirectory(await importedDirectory(workspace)).events;
  const store = SqliteEventStore.open(file, { readOnly: true });
  const bare = new DatabaseSync(file, { readOnly: true });
  const work = () => elapsed(() => verifyChains(store));
  const hashes = await inTurn(ROUNDS, work, () => elapsed(() => eachRow(bare, takeHash)));
  const bytes = await inTurn(ROUNDS, work, () => elapsed(() => eachRow(bare, hashBytes)));
  await store.close();
  bare.close();
  return [
    compared('verifying the log, against taking its hashes', 'ms', hashes, { atMost: 1.5 }),
    compared('verifying the log, against SHA-256 of its bytes', 'ms', bytes, {}),
  ];
}

function eachRow(log: DatabaseSyncInstance, hash: (row: LogRow) => string): void {
  const rows = log.prepare('SELECT stream, revision, id, type, data, metadata FROM event ORDER BY position');
  for (const row of rows.iterate()) hash(row as unknown as LogRow);
}

function takeHash({ data, metadata, ...event }: LogRow): string {
  return hashOf({ ...event, data: JSON.parse(data) as JsonObject, metadata: JSON.parse(metadata) as JsonObject });
}

function hashBytes({ stream, revision, id, type, data, metadata }: LogRow): string {
  return createHash('sha256').update(`${stream}${revision}${id}${type}${data}${metadata}`).digest('hex');
}
