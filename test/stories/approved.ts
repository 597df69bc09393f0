import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page that somebody read and approved. With `APPROVE=1` what is there now becomes it. */
export function expectApproved(name: string, page: string): void {
  const file = join(__dirname, 'golden', `${name}.md`);
  if (process.env['APPROVE']) writeFileSync(file, page);
  expect(page).toBe(readFileSync(file, 'utf8'));
}
