import type { Command } from 'commander';
import { countUpTo, seed } from '../../../command/arguments';
import { type CommonOptions, everyCommand } from '../../../command/every-command';
import type { Host } from '../../../host/host';
import { writeAnswer, writeDocument } from '../../../host/write';
import { type ExampleSize, writeExample } from './write-example';

/** `renewals example`: files to try the import with. */
export function exampleCommand(host: Host): Command {
  return everyCommand('example', { json: 'print one JSON document', dataDirectory: 'unused' })
    .description('Write a small customer base that nobody has, as files to import with --format ravenstack.')
    .argument('<folder>', 'where accounts.csv and subscriptions.csv go; made if need be')
    .option('--accounts <n>', 'how many customers, 1 to 1000000', countUpTo(1_000_000), 40)
    .option('--subscriptions <n>', 'how many subscriptions, 1 to 1000000', countUpTo(1_000_000), 200)
    .option('--seed <n>', 'the same seed writes the same files, 1 to 2147483647', seed, 1)
    .action(async (folder: string, { json, ...size }: ExampleSize & CommonOptions) => {
      const { accounts, subscriptions, seed } = size;
      await writeExample(folder, { accounts, subscriptions, seed });
      const written = { folder, accounts, subscriptions, seed };
      await (json ? writeDocument(host, written) : writeAnswer(host, ...sentences(folder, written)));
    });
}

function sentences(folder: string, { accounts, subscriptions, seed }: ExampleSize): string[] {
  return [
    `Wrote ${accounts} accounts and ${subscriptions} subscriptions (seed ${seed}) to ${folder}.`,
    `Import them: renewals import ${folder} --format ravenstack --virtual`,
  ];
}
