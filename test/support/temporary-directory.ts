import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** There is nobody to call back where no specs run: a bench removes what it made by itself. */
const { afterAll: afterSpecs } = globalThis as { readonly afterAll?: (clean: () => void) => void };
afterSpecs?.(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** Gone after the specs of the file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'renewals-spec-'));
  made.push(directory);
  return directory;
}
