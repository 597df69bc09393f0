import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this program's `package.json`: `config/` is in it, whether it runs compiled or not. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
