import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED } from './base';
import type { Figure } from './figure';
import { measurements } from './figures';
import { machine, versions } from './machine';
import { Workspace } from './workspace';

/** Of what a failed measurement said, characters. */
const SHOWN = 2_000;

/** `npm run bench [-- NAME…]`: all measurements, or those that are named. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !measurements[name]);
  if (unknown.length > 0) {
    say(`There is no measurement ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const workspace = Workspace.make();
  const figures: Figure[] = [];
  try {
    await measured('base', workspace);
    for (const name of names.length > 0 ? names : Object.keys(measurements)) {
      say(`${name} …`);
      const found = await measured(name, workspace);
      if (found.length === 0) say('  skipped: EVENT_STORE names no server');
      for (const figure of found) say(`  ${sentence(figure)}`);
      figures.push(...found);
    }
  } finally {
    workspace.remove();
  }
  process.stdout.write(
    `${JSON.stringify({ machine: machine(), versions: versions(), seed: SEED, figures }, null, 2)}\n`,
  );
  const short = figures.filter(({ ok }) => ok === false);
  say(
    short.length === 0 ? 'Every mark was reached.' : `Short of the mark: ${short.map(({ name }) => name).join('; ')}.`,
  );
}

/** Each in a process of its own, so that none is measured on the heap of another. */
async function measured(name: string, workspace: Workspace): Promise<readonly Figure[]> {
  const said = workspace.fresh(name);
  const log = openSync(said, 'w');
  const child = fork(join(__dirname, 'one.js'), [name, workspace.path], {
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: ['ignore', log, log, 'ipc'],
  });
  let figures: readonly Figure[] = [];
  child.on('message', (message) => (figures = message as readonly Figure[]));
  const [code] = (await once(child, 'exit')) as [number | null];
  closeSync(log);
  if (code !== 0) throw new Error(`The measurement ${name} failed: ${readFileSync(said, 'utf8').slice(-SHOWN)}`);
  return figures;
}

function sentence({ name, value, unit, floor, ratio, reach, ok }: Figure): string {
  const beside = floor === null || ratio === null ? '' : `, floor ${floor}, ratio ${ratio.toFixed(2)}`;
  const mark = reach === null ? '' : ` (${reach}: ${ok ? 'reached' : 'SHORT'})`;
  return `${name}: ${value} ${unit}${beside}${mark}`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  say((error as Error).stack ?? String(error));
  process.exitCode = 1;
});
