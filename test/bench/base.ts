import { existsSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Configuration, configurationFrom } from '@renewals/platform';
import { type Imported, importFolder } from '../../apps/cli/src/import/import-folder';
import { writeExample } from '../../apps/cli/src/import/ravenstack/example/write-example';
import type { Workspace } from './workspace';

/** Of the generated customers, and of the virtual directories. */
export const SEED = 1;

/** As many as the RavenStack sample has. */
const SIZE = { accounts: 500, subscriptions: 5_000, seed: SEED };

/** The customer base that is imported: of `RAVENSTACK_DIR`, else generated. */
export async function baseFolder(workspace: Workspace): Promise<string> {
  const given = process.env['RAVENSTACK_DIR'];
  if (given) return given;
  const folder = join(workspace.path, 'example');
  if (!existsSync(folder)) await writeExample(folder, SIZE);
  return folder;
}

export function configured(directory: string): Configuration {
  return configurationFrom({ DATA_DIR: directory });
}

/** Imports the base into a new directory; virtual, so that each run does the very same. */
export function importBase(folder: string, directory: string): Promise<Imported> {
  return importFolder(folder, {
    configuration: configured(directory),
    host: process,
    stopping: new AbortController().signal,
    virtual: true,
    seed: SEED,
  });
}

/** A directory with the base in it, to do with as one likes. */
export async function importedDirectory(workspace: Workspace): Promise<string> {
  const kept = join(workspace.path, 'imported');
  if (!existsSync(kept)) {
    const making = workspace.fresh('importing');
    await importBase(await baseFolder(workspace), making);
    await rename(making, kept);
  }
  const copy = workspace.fresh('copy');
  await mkdir(copy);
  await cp(kept, copy, { recursive: true });
  return copy;
}
