import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { accounts } from '../accounts';
import { BadInputFolder } from '../csv/bad-input-folder';
import { subscriptions } from '../subscriptions';
import { choices } from './choices';
import { type ExampleAccount, exampleAccount } from './example-account';
import { exampleSubscription } from './example-subscription';

export interface ExampleSize {
  /** At least 1, like the subscriptions. */
  readonly accounts: number;
  readonly subscriptions: number;
  readonly seed: number;
}

/**
 * Writes a customer base that nobody has, in the format of the import: the same bytes for the same size and seed.
 * @throws {BadInputFolder} when other files of these names are there.
 */
export async function writeExample(folder: string, size: ExampleSize): Promise<void> {
  const choose = choices(size.seed);
  const customers: [ExampleAccount, ...ExampleAccount[]] = [exampleAccount(0, choose)];
  while (customers.length < size.accounts) customers.push(exampleAccount(customers.length, choose));
  const purchases = Array.from({ length: size.subscriptions }, (_, index) =>
    exampleSubscription(index, customers, choose),
  );
  const files = new Map([
    [join(folder, accounts.file), csv(customers)],
    [join(folder, subscriptions.file), csv(purchases)],
  ]);
  await mkdir(folder, { recursive: true });
  for (const [path, text] of files) await refuseOther(path, text);
  for (const [path, text] of files) {
    await writeFile(`${path}.partial`, text);
    await rename(`${path}.partial`, path);
  }
}

function csv(rows: readonly object[]): string {
  return stringify([...rows], { header: true, record_delimiter: 'windows' });
}

async function refuseOther(path: string, text: string): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => text);
  if (there !== text) {
    throw new BadInputFolder(`${path} is there already, with other rows: name a folder without it.`);
  }
}
