import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './project';

const rooms = new Set(['audit', 'automations', 'commands', 'engine', 'mail', 'platform', 'projections']);

/** The file or folder that a `where` of the statements names; none when there is none. */
export function pathOf(where: string): string | undefined {
  return [`${folderOf(where)}.ts`, folderOf(where)].find((path) => existsSync(join(project, path)));
}

function folderOf(where: string): string {
  const [room = '', ...rest] = where.split('/');
  if (room === 'config') return where;
  if (room === 'apps') return ['apps', rest[0], 'src', ...rest.slice(1)].join('/');
  return rooms.has(room) ? ['libs', room, 'src', ...rest].join('/') : `libs/licensing/src/${where}`;
}
