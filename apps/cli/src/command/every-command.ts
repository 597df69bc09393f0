import { Command } from 'commander';

/** What every command takes. */
export interface CommonOptions {
  readonly dataDir?: string;
  readonly json?: true;
}

const directoryMeanings = {
  used: 'where everything is kept (default: DATA_DIR, else ./.data)',
  unused: 'taken like in every command; this one reads no stored data',
};

/** A command with the options that all have. `json` tells what `--json` prints. */
export function everyCommand(
  name: string,
  { json, dataDirectory = 'used' }: { json: string; dataDirectory?: keyof typeof directoryMeanings },
): Command {
  return new Command(name).option('--data-dir <directory>', directoryMeanings[dataDirectory]).option('--json', json);
}
