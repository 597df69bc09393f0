import { existsSync } from 'node:fs';
import { type Engine, openEngine, type OpenOptions } from '@renewals/engine';
import { type Configuration, DataDirectory, DirectoryInUse } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { BadUsage } from '../command/bad-usage';

/** Uses an engine that writes, and closes it whatever happens. Makes the data directory when it is not there. */
export function writing<Result>(
  configuration: Configuration,
  use: (engine: Engine) => Promise<Result>,
  { identity }: Pick<OpenOptions, 'identity'> = {},
): Promise<Result> {
  return usingEngine(configuration, { ...(identity && { identity }) }, use);
}

/**
 * Uses an engine that reads views, beside whoever writes. Where nobody does, views that a killed process left behind
 * catch up first. Throws `BadUsage` when there is no data directory.
 */
export function reading<Result>(
  configuration: Configuration,
  use: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  return readingStreams(configuration, async (engine) => {
    if (await engine.context.get(ProjectionRunner).isBehind()) await catchUpUnlessInUse(configuration);
    return use(engine);
  });
}

/** As `reading`, but the views may be behind the streams. */
export async function readingStreams<Result>(
  configuration: Configuration,
  use: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  if (!isComplete(existingDirectory(configuration))) await catchUp(configuration);
  return usingEngine(configuration, { readOnly: true }, use);
}

/** False where a process was killed while it made the directory: the views are made last. */
export function isComplete(directory: DataDirectory): boolean {
  return directory.exists && existsSync(directory.views);
}

/** Throws `BadUsage` when there is none. */
export function existingDirectory({ DATA_DIR }: Configuration): DataDirectory {
  const directory = new DataDirectory(DATA_DIR);
  if (directory.exists) return directory;
  throw new BadUsage(
    `There is no data directory ${DATA_DIR}. Name one with --data-dir or DATA_DIR, or make it: renewals import.`,
  );
}

async function usingEngine<Result>(
  configuration: Configuration,
  options: OpenOptions,
  use: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const engine = await openEngine(configuration, options);
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

/** An engine that writes has its views caught up when it is open. */
function catchUp(configuration: Configuration): Promise<void> {
  return writing(configuration, async () => undefined);
}

/** Whoever writes catches up anyway. */
async function catchUpUnlessInUse(configuration: Configuration): Promise<void> {
  try {
    await catchUp(configuration);
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
  }
}
