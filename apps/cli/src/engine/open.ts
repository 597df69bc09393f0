import { existsSync } from 'node:fs';
import { type Engine, openEngine, type OpenOptions } from '@renewals/engine';
import { type Configuration, DataDirectory, DirectoryInUse } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { BadUsage } from '../command/bad-usage';

/** Uses an engine that writes, and closes it whatever happens. Makes the data directory when it is not there. */
export async function writing<Result>(
  configuration: Configuration,
  use: (engine: Engine) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const engine = await openEngine(configuration, options);
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

/**
 * Uses an engine that reads, beside whoever writes. Where nobody does, views that a killed process left behind catch up
 * first. Throws `BadUsage` when there is no data directory.
 */
export async function reading<Result>(
  configuration: Configuration,
  use: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const directory = existingDirectory(configuration);
  // The views are made last: without them the directory was left while it was being made.
  if (!existsSync(directory.views)) await catchUp(configuration);
  return writing(configuration, async (engine) => {
    if (await engine.context.get(ProjectionRunner).isBehind()) await catchUpUnlessInUse(configuration);
    return use(engine);
  }, { readOnly: true });
}

/** Throws `BadUsage` when there is none. */
export function existingDirectory({ DATA_DIR }: Configuration): DataDirectory {
  const directory = new DataDirectory(DATA_DIR);
  if (directory.exists) return directory;
  throw new BadUsage(
    `There is no data directory ${DATA_DIR}. Name one with --data-dir or DATA_DIR, or make it: renewals import.`,
  );
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
