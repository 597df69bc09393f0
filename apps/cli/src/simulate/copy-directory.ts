import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Infrastructure, openInfrastructure } from '@renewals/engine';
import { type Batch, SqliteEventStore, START } from '@renewals/event-store';
import { type Configuration, DataDirectory } from '@renewals/platform';
import { BadUsage } from '../command/bad-usage';

/**
 * Makes a virtual directory with the history of a real one, which is only read and may be in use: the log event by
 * event, and the keys of the persons in it. Views follow from the log. Its clock starts now.
 */
export async function copyToVirtual(configuration: Configuration, target: string, seed: number): Promise<void> {
  const source = openInfrastructure(configuration, { readOnly: true });
  try {
    if (source.identity.virtual) {
      throw new BadUsage(`${configuration.DATA_DIR} is virtual already: simulate on it, without --copy-to.`);
    }
    if (existsSync(target) && readdirSync(target).length > 0) {
      throw new BadUsage(`${target} is not empty. Give --copy-to a directory that does not exist yet.`);
    }
    await copy(source, new DataDirectory(target), seed);
  } finally {
    await source.close();
  }
}

async function copy({ directory, store, clock }: Infrastructure, target: DataDirectory, seed: number): Promise<void> {
  mkdirSync(target.path, { recursive: true });
  if (existsSync(directory.masterKey)) copyFileSync(directory.masterKey, target.masterKey);
  const events = SqliteEventStore.open(target.events);
  try {
    for (let after = START, batch: Batch; ; after = batch.position) {
      batch = await store.readAll({ after, batchSize: 1000 });
      await Promise.all(
        batch.events.map(({ stream, revision, id, type, data, metadata }) =>
          events.append(stream, revision === 0 ? 'no-stream' : revision - 1, [{ id, type, data, metadata }]),
        ),
      );
      if (batch.caughtUp) break;
    }
  } finally {
    await events.close();
  }
  copyDatabase(directory.personKeys, target.personKeys);
  const { import: imported } = directory.identity;
  target.become({ virtual: { seed, startsAt: clock.now() }, ...(imported && { import: imported }) });
}

/** As it is at this moment, also while somebody writes to it. */
function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}
