import { Desk, ReleaseMail } from '@renewals/commands';
import { type Engine, openEngine } from '@renewals/engine';
import { addDays, isoDate, type IsoDate, localDate, startsAt, zone } from '@renewals/licensing';
import { BadConfiguration, type Configuration, configurationFrom, derivedId, type VirtualTime } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes';
import { type Host, writeTexts } from '../host';
import { closingTable, printed } from './closing-table';
import { copyToVirtual } from './copy-directory';
import { loadScenario } from './scenario';
import { Simulation } from './simulation';

interface SimulateOptions {
  readonly to: string;
  readonly from?: string;
  readonly scenario: string;
  readonly copyTo?: string;
  readonly seed?: string;
  readonly dataDir?: string;
  readonly json?: true;
}

const utc = zone('UTC');

/** `renewals simulate`: lives a virtual directory through a stretch of time, by what serves in production. */
export function simulateCommand(host: Host = process): Command {
  return new Command('simulate')
    .description('Live through time on a virtual directory, or on a virtual copy of a real one.')
    .requiredOption('--to <date>', 'the last day to live, UTC')
    .option('--from <date>', "a day later than the directory's clock: in between nothing works, as in an outage")
    .requiredOption('--scenario <name>', 'what customers and sales do: a file, a name from config/scenarios, or none')
    .option('--copy-to <directory>', 'make a virtual copy of a real directory there, and simulate on that')
    .option('--seed <n>', 'of the copy; default 1')
    .option('--data-dir <directory>', 'the directory; default DATA_DIR, else ./.data')
    .option('--json', 'print the closing table as one JSON document')
    .action((options: SimulateOptions) => simulate(host, options));
}

async function simulate(host: Host, options: SimulateOptions): Promise<void> {
  const scenario = loadScenario(options.scenario);
  const to = isoDate(options.to);
  const engine = await openEngine(await directoryOf(options));
  try {
    const clock = clockOf(engine);
    const from = startOf(clock, options.from, to);
    const after = await engine.infrastructure.store.lastPosition();
    clock.moveTo(from);
    if (options.copyTo !== undefined) await releaseMail(engine);
    const end = startsAt(addDays(to, 1), utc);
    const interrupted = await live(host, engine, { scenario, from, end });
    if (interrupted) {
      host.stderr.write('Stopped between two instants. The same command goes on from there.\n');
      host.exitCode = 130;
      return;
    }
    const table = await closingTable(engine, { from: localDate(from, utc), to, after });
    await writeTexts(host.stdout, [options.json ? `${JSON.stringify(table)}\n` : printed(table)]);
    if (table.overlaps > 0 || table.mailsWithoutAccess > 0) host.exitCode = exitCodes.notVerified;
  } finally {
    await engine.close();
  }
}

async function directoryOf({ dataDir, copyTo, seed = '1' }: SimulateOptions): Promise<Configuration> {
  const configuration = configurationFrom({ ...process.env, ...(dataDir !== undefined && { DATA_DIR: dataDir }) });
  if (copyTo === undefined) return configuration;
  if (!/^\d{1,9}$/.test(seed)) throw new BadConfiguration(`The seed is ${seed}. Give a whole number, such as 1.`);
  await copyToVirtual(configuration, copyTo, Number(seed));
  const { EVENT_STORE: _ofTheOriginal, ...rest } = configuration;
  return { ...rest, DATA_DIR: copyTo };
}

function clockOf({ infrastructure }: Engine): VirtualTime {
  if (infrastructure.identity.virtual) return infrastructure.clock as VirtualTime;
  throw new BadConfiguration(
    `${infrastructure.directory.path} is a real directory, and time in it is real. ` +
      'Simulate on a copy with --copy-to DIR, or on a directory that was imported with --virtual.',
  );
}

function startOf(clock: VirtualTime, from: string | undefined, to: IsoDate): number {
  const today = localDate(clock.now(), utc);
  const start = from === undefined ? today : isoDate(from);
  if (start < today) {
    throw new BadConfiguration(`The directory's clock stands at ${today}: --from ${start} lies before it.`);
  }
  if (clock.now() > startsAt(addDays(to, 1), utc)) {
    throw new BadConfiguration(`The directory's clock stands at ${today}: --to ${to} lies before it.`);
  }
  if (start > to) throw new BadConfiguration(`--from ${start} lies after --to ${to}.`);
  return start === today ? clock.now() : startsAt(start, utc);
}

/** A copy is there to see what would go out. */
async function releaseMail({ context }: Engine): Promise<void> {
  const { mail } = await context.get(Desk).installation();
  if (mail !== 'held') return;
  const commandId = derivedId('simulation', 'release-mail');
  const actor = { type: 'operator', id: 'simulation' } as const;
  const command = new ReleaseMail({ commandId, correlationId: commandId, causationId: commandId, actor });
  await context.get(CommandBus).execute(command);
}

async function live(
  host: Host,
  engine: Engine,
  { scenario, from, end }: { scenario: ReturnType<typeof loadScenario>; from: number; end: number },
): Promise<boolean> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const bar = progressBar(host, end - from);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const onInstant = (instant: number) => bar?.update(instant - from, { day: localDate(instant, utc) });
    await new Simulation({ engine, scenario, end, signal: stopping.signal, onInstant }).run();
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    bar?.stop();
  }
  return stopping.signal.aborted;
}

function progressBar(host: Host, total: number): SingleBar | undefined {
  if (!('isTTY' in host.stderr) || !host.stderr.isTTY) return undefined;
  const bar = new SingleBar({ format: '{bar} {percentage}% {day}', stream: process.stderr, clearOnComplete: true });
  bar.start(total, 0, { day: '' });
  return bar;
}
