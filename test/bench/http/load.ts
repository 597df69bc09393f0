import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, LoadResult } from './load-generator';

/** Answered requests a second, made by a process of its own so that the server has its loop for itself. */
export async function load(task: Load): Promise<number> {
  const generator = fork(join(__dirname, 'load-generator.js'), { execArgv: process.execArgv });
  generator.send(task);
  const [result] = (await Promise.race([once(generator, 'message'), once(generator, 'exit')])) as [
    LoadResult | number | null,
  ];
  if (result === null || typeof result === 'number') throw new Error('The load generator ended without a result.');
  if (result.failed > 0) throw new Error(`${result.failed} of the requests to ${task.action} failed.`);
  return result.perSecond;
}
