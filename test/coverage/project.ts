import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that everything else lies in. Paths are told from here, with slashes. */
export const project = join(__dirname, '..', '..');

/** Every spec of the project, sorted. */
export function specPaths(): readonly string[] {
  return ['apps', 'libs', 'test']
    .flatMap((root) =>
      readdirSync(join(project, root), { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)),
    )
    .filter((path) => /\.(unit|int|e2e)\.spec\.ts$/.test(path))
    .sort();
}
