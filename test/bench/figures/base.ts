import { importedDirectory } from '../base';
import type { Figure } from '../figure';
import type { Workspace } from '../workspace';

/** Makes what the others measure on, so that none of them has it in its memory or its time. */
export async function base(workspace: Workspace): Promise<Figure[]> {
  await importedDirectory(workspace);
  return [];
}
