import { readFileSync, writeFileSync } from 'node:fs';

/** The page in this file is what somebody read and approved. With `APPROVE=1` what is there now becomes it. */
export function expectApprovedPage(file: string, page: string): void {
  if (process.env['APPROVE']) writeFileSync(file, page);
  expect(page).toBe(readFileSync(file, 'utf8'));
}
