import { join } from 'node:path';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { type Ran, ran } from '../host/host.spec';
import { run } from '../program';

/** Runs `renewals …` in this process. */
export function renewals(...words: readonly string[]): Promise<Ran> {
  return ran((host) => run(words, host));
}

/** `renewals …` with `--json`: its one document. Throws what it said when it exited with anything else than `exitCode`. */
export async function document(words: readonly string[], exitCode = 0): Promise<unknown> {
  const { stdout } = await exiting(exitCode, ...words, '--json');
  return JSON.parse(stdout);
}

/** `renewals …` with `--json`: its documents, one a line. */
export async function documents(...words: readonly string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await exiting(0, ...words, '--json');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function exiting(exitCode: number, ...words: readonly string[]): Promise<Ran> {
  const outcome = await renewals(...words);
  if (outcome.exitCode !== exitCode) throw new Error(`Exited with ${outcome.exitCode}: ${outcome.stderr}`);
  return outcome;
}

/** Folders that are gone after the specs of the file. Nothing is in them, and the data directory is not made yet. */
export interface Folders {
  readonly input: string;
  readonly data: string;
  readonly rejects: string;
}

export function folders(): Folders {
  const parent = temporaryDirectory();
  return { input: join(parent, 'input'), data: join(parent, 'data'), rejects: join(parent, 'rejects') };
}
