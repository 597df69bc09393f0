import { BrokenChain } from '@renewals/audit';
import { Refusal } from '@renewals/licensing';
import { BadConfiguration, DirectoryInUse } from '@renewals/platform';
import { CommanderError } from 'commander';
import { exitCodes, type ExitCode } from '../exit-codes';
import { Interrupted } from '../host/interruptible';
import { BadInputFolder } from '../import/ravenstack';
import { BadUsage } from './bad-usage';

export interface Outcome {
  readonly exitCode: ExitCode;
  /** None where it was said already. */
  readonly sentence?: string;
}

/** Their messages say what to do, so they need nothing around them. */
const badUsage = [BadUsage, BadConfiguration, BadInputFolder, DirectoryInUse, Refusal];

/** What a command that failed leaves behind. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof CommanderError) return { exitCode: isAnswer(error) ? exitCodes.done : exitCodes.badUsage };
  if (error instanceof Interrupted) return { exitCode: exitCodes[error.signal], sentence: error.message };
  const { message = String(error) } = error as Partial<Error>;
  if (error instanceof BrokenChain) return { exitCode: exitCodes.notVerified, sentence: message };
  if (badUsage.some((kind) => error instanceof kind)) return { exitCode: exitCodes.badUsage, sentence: message };
  return { exitCode: exitCodes.fault, sentence: `renewals failed: ${message}` };
}

/** Help and version that were asked for. */
function isAnswer({ exitCode }: CommanderError): boolean {
  return exitCode === 0;
}
