import { createCipheriv, randomBytes } from 'node:crypto';
import { DataDirectory } from '@renewals/platform';
import { hashOf, type RecordedEvent, SqliteEventStore, START } from '@renewals/event-store';
import { BareLog, bareRow } from '../bare-log';
import { baseFolder, importBase, importedDirectory } from '../base';
import { compared, type Figure } from '../figure';
import { inTurn, rate } from '../measure';
import type { Workspace } from '../workspace';

const ROUNDS = 5;
const BATCH = 1_000;

/**
 * The whole import: reading the files, deciding, sealing, hashing, appending, and all views caught up. Against the same
 * events serialised, hashed, their personal fields encrypted, and appended in batches, without a decision or a view.
 */
export async function imported(workspace: Workspace): Promise<Figure[]> {
  const folder = await baseFolder(workspace);
  const events = await eventsOf(await importedDirectory(workspace));
  const work = async () => rate(events.length, () => importBase(folder, workspace.fresh('import')));
  const floor = () => rate(events.length, () => appendBare(events, workspace.fresh('bare.db')));
  const measured = await inTurn(ROUNDS, work, floor);
  return [compared('import', 'events/s', measured, { atLeast: 0.4 })];
}

export async function eventsOf(directory: string): Promise<readonly RecordedEvent[]> {
  const store = SqliteEventStore.open(new DataDirectory(directory).events);
  const { events } = await store.readAll({ after: START, batchSize: 10_000_000 });
  await store.close();
  return events;
}

function appendBare(events: readonly RecordedEvent[], file: string): void {
  const log = new BareLog(file);
  const key = randomBytes(32);
  for (let first = 0; first < events.length; first += BATCH) {
    const batch = events.slice(first, first + BATCH);
    for (const event of batch) {
      for (const text of personalTexts(event.data)) encrypt(text, key);
      hashOf(event);
    }
    log.write(batch.map(bareRow));
  }
  log.close();
}

function encrypt(text: string, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** What was sealed: as long as the clear text, more or less. */
function personalTexts(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  if ('sealed' in node && typeof node.sealed === 'string') return [node.sealed];
  return Object.values(node).flatMap(personalTexts);
}
