import type { IsoDate } from '@renewals/licensing';
import { type Command, Option } from 'commander';
import { day, seed } from '../command/arguments';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { configurationOf } from '../command/configuration';
import { exitCodes } from '../exit-codes';
import type { Host } from '../host/host';
import { interruptible } from '../host/interruptible';
import { writeAnswer, writeAside, writeDocument } from '../host/write';
import { documentOf, sentencesOf } from './import-document';
import { importFolder } from './import-folder';
import { prepareRejectsFolder, writeRejects } from './ravenstack';

interface ImportCommandOptions extends CommonOptions {
  readonly policy?: string;
  readonly asOf?: IsoDate;
  readonly virtual?: true;
  readonly seed?: number;
  readonly dryRun?: true;
  readonly rejects?: string;
}

/** `renewals import`: takes over the customers of a former system. */
export function importCommand(host: Host): Command {
  return everyCommand('import', { json: 'print one JSON document' })
    .description('Import the accounts and subscriptions of a former system; a second time brings only what is new.')
    .argument('<folder>', 'where accounts.csv and subscriptions.csv are')
    .addOption(new Option('--format <name>', 'of the files').choices(['ravenstack']).makeOptionMandatory())
    .option('--policy <name>', 'whose terms hold, a file of config/policies (default: as config/import.yaml says)')
    .option('--as-of <date>', 'the day that the files describe (default: the newest date in them)', day)
    .option('--virtual', 'make a data directory that has its own clock, starting at as-of, and sends no real mail')
    .option('--seed <n>', 'what a virtual directory draws from, 1 to 2147483647 (default: 1)', seed)
    .option('--dry-run', 'write nothing; tell what would be imported')
    .option('--rejects <folder>', 'where rejected rows go, to be corrected and imported')
    .addHelpText(
      'after',
      '\nPolicy, as-of, seed and being virtual are fixed by the first import into a data directory.\n' +
        'Exits with 3 when a row was rejected; the others are imported.',
    )
    .action((folder: string, options: ImportCommandOptions) => run(host, folder, options));
}

async function run(host: Host, folder: string, options: ImportCommandOptions): Promise<void> {
  const { json, dryRun } = options;
  // A dry run writes nothing, the rejects neither.
  const rejects = dryRun ? undefined : options.rejects;
  if (rejects !== undefined) await prepareRejectsFolder(folder, rejects);
  const wayOn = 'Run the same command again: it goes on where it stopped.';
  const imported = await interruptible(host, wayOn, (stopping) =>
    importFolder(folder, { ...options, configuration: configurationOf(host, options), host, stopping }),
  );
  const { rejected } = imported.tally;
  if (rejects !== undefined) await writeRejects(folder, rejects, rejected);
  if (json) await writeDocument(host, documentOf(imported));
  else await writeAnswer(host, ...sentencesOf(imported));
  if (rejected.length === 0) return;
  host.exitCode = exitCodes.inputRejected;
  if (json) return;
  await writeAside(host, ...rejected.map(({ file, line, reason }) => `${file} line ${line}: ${reason}`));
  await writeAside(host, rejects === undefined ? 'To correct them: --rejects FOLDER.' : `They are in ${rejects}.`);
}
