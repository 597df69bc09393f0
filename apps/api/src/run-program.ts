import { BadConfiguration, DirectoryInUse } from '@renewals/platform';

const BAD_CONFIGURATION = 2;
const FAULT = 1;

/** Ends what was started, once nothing is under way any more. */
export type Stop = () => Promise<void>;

/** A program that runs until it is told to stop: SIGTERM and Ctrl-C drain it, and it ends with exit code 0. */
export function runProgram(start: () => Promise<Stop>): void {
  const started = start();
  const stop = () => {
    started
      .then((running) => running())
      .then(() => process.exit(0))
      .catch(fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  started.catch(fail);
}

/** One line that a person can act on; the trace only of what nobody foresaw. */
export function fail(error: unknown): never {
  const isForeseen = error instanceof BadConfiguration || error instanceof DirectoryInUse;
  process.stderr.write(`${isForeseen ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(isForeseen ? BAD_CONFIGURATION : FAULT);
}
