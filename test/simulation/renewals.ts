import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = join(__dirname, '../../dist/apps/cli/src/main.js');

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program in a process of its own, as a person runs it. */
export function renewals(...words: readonly string[]): ChildProcess {
  if (!existsSync(program)) throw new Error('Build it first: npm run build');
  const { DATA_DIR: _, ...env } = process.env;
  return spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** Runs it to its end; fails with what it said when that is not `exitCode`. */
export async function done(exitCode: number, ...words: readonly string[]): Promise<string> {
  const end = await ended(renewals(...words));
  if (end.exitCode !== exitCode) {
    throw new Error(`renewals ${words.join(' ')} ended with ${end.exitCode}: ${end.stderr}${end.stdout}`);
  }
  return end.stdout;
}

/** Kills it with SIGKILL after so many milliseconds, unless it ends before. Answers whether it was killed. */
export async function killedAfter(milliseconds: number, ...words: readonly string[]): Promise<boolean> {
  const child = renewals(...words);
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const { exitCode } = await ended(child);
  clearTimeout(timer);
  return exitCode === null;
}
