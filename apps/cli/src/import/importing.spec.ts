import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { document, type Folders, folders, renewals } from '../command/renewals.spec';
import { exportFiles } from './ravenstack/examples.spec';

export function write(folder: string, files: Readonly<Record<string, string | Buffer>> = exportFiles()): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
}

/** The words of `renewals import`. */
export function importing({ input, data }: Pick<Folders, 'input' | 'data'>, ...options: readonly string[]): string[] {
  return ['import', input, '--format', 'ravenstack', '--data-dir', data, ...options];
}

/** Folders with the example to import. */
export async function example(): Promise<Folders> {
  const made = folders();
  await renewals('example', made.input, '--accounts', '16', '--subscriptions', '80');
  return made;
}

/** The example imported: in a virtual directory, at noon (UTC) of 2024-12-31, unless other options are given. */
export async function importedExample(...options: readonly string[]): Promise<Folders> {
  const made = await example();
  await document(importing(made, ...(options.length > 0 ? options : ['--virtual'])));
  return made;
}

export function digest({ data }: Folders): Promise<unknown> {
  return document(['digest', '--data-dir', data]);
}
