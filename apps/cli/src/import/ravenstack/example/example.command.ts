import { Command, InvalidArgumentError } from 'commander';
import { exitCodes } from '../../../exit-codes';
import type { Host } from '../../../terms/terms.command';
import { writeTexts } from '../../../terms/write-texts';
import { BadInputFolder } from '../csv/bad-input-folder';
import { type ExampleSize, writeExample } from './write-example';

/** `renewals example`: files to try the import with. */
export function exampleCommand(host: Host = process): Command {
  return new Command('example')
    .description('Write a small customer base that nobody has, as files to import with --format ravenstack.')
    .argument('<folder>', 'where accounts.csv and subscriptions.csv go; made if need be')
    .option('--accounts <n>', 'how many customers, 1 to 1000000', countUpTo(1_000_000), 40)
    .option('--subscriptions <n>', 'how many subscriptions, 1 to 1000000', countUpTo(1_000_000), 200)
    .option('--seed <n>', 'the same seed writes the same files, 1 to 2147483647', countUpTo(2_147_483_647), 1)
    .option('--json', 'print one JSON document')
    .option('--data-dir <directory>', 'taken like in every command; this one reads no stored data')
    .action(async (folder: string, { json, accounts, subscriptions, seed }: ExampleSize & { json?: true }) => {
      try {
        await writeExample(folder, { accounts, subscriptions, seed });
        const written = { folder, accounts, subscriptions, seed };
        await writeTexts(host.stdout, [json ? `${JSON.stringify(written)}\n` : sentence(folder, written)]);
        host.exitCode = exitCodes.done;
      } catch (error) {
        if (!(error instanceof BadInputFolder)) throw error;
        await writeTexts(host.stderr, [`${error.message}\n`]);
        host.exitCode = exitCodes.badUsage;
      }
    });
}

function sentence(folder: string, { accounts, subscriptions, seed }: ExampleSize): string {
  return (
    `Wrote ${accounts} accounts and ${subscriptions} subscriptions (seed ${seed}) to ${folder}.\n` +
    `Import them: renewals import ${folder} --format ravenstack --virtual\n`
  );
}

function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = /^\d{1,10}$/.test(text) ? Number(text) : 0;
    if (count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}
