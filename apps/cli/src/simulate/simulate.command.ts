import { Desk, ReleaseMail } from '@renewals/commands';
import type { Engine } from '@renewals/engine';
import { addDays, type IsoDate, localDate, startsAt, zone } from '@renewals/licensing';
import { type Configuration, derivedId, type VirtualTime } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from 'commander';
import { day, seed } from '../command/arguments';
import { BadUsage } from '../command/bad-usage';
import { configurationOf } from '../command/configuration';
import { type CommonOptions, everyCommand } from '../command/every-command';
import { existingDirectory, writing } from '../engine/open';
import { exitCodes } from '../exit-codes';
import type { Host } from '../host/host';
import { interruptible } from '../host/interruptible';
import { Progress } from '../host/progress';
import { writeAnswer, writeDocument } from '../host/write';
import { closingTable, isSound, printed } from './closing-table';
import { copyToVirtual } from './copy-directory';
import { loadScenario, type Scenario } from './scenario';
import { Simulation } from './simulation';

interface SimulateOptions extends CommonOptions {
  readonly to: IsoDate;
  readonly from?: IsoDate;
  readonly scenario: string;
  readonly copyTo?: string;
  readonly seed: number;
}

const utc = zone('UTC');

/** `renewals simulate`: lives a virtual directory through a stretch of time, by what serves in production. */
export function simulateCommand(host: Host = process): Command {
  return everyCommand('simulate', { json: 'print the closing table as one JSON document' })
    .description('Live through time on a virtual directory, or on a virtual copy of a real one.')
    .requiredOption('--to <date>', 'the last day to live, UTC', day)
    .option('--from <date>', "a day later than the directory's clock: until then nothing works, as in an outage", day)
    .requiredOption('--scenario <name>', 'what customers and sales do: a file, a name from config/scenarios, or none')
    .option('--copy-to <directory>', 'make a virtual copy of a real directory there, and simulate on that')
    .option('--seed <n>', 'of the copy', seed, 1)
    .action((options: SimulateOptions) => simulate(host, options));
}

async function simulate(host: Host, options: SimulateOptions): Promise<void> {
  const scenario = loadScenario(options.scenario);
  const configuration = await directoryOf(configurationOf(host, options), options);
  await writing(configuration, async (engine) => {
    const clock = engine.infrastructure.clock as VirtualTime;
    const from = startOf(clock, options);
    const after = await engine.infrastructure.store.lastPosition();
    clock.moveTo(from);
    if (options.copyTo !== undefined) await releaseMail(engine);
    await live(host, engine, scenario, startsAt(addDays(options.to, 1), utc));
    const table = await closingTable(engine, { from: localDate(from, utc), to: options.to, after });
    await (options.json ? writeDocument(host, table) : writeAnswer(host, ...printed(table)));
    if (!isSound(table)) host.exitCode = exitCodes.notVerified;
  });
}

async function directoryOf(configuration: Configuration, { copyTo, seed }: SimulateOptions): Promise<Configuration> {
  const { path, identity } = existingDirectory(configuration);
  if (copyTo === undefined) {
    if (identity.virtual) return configuration;
    throw new BadUsage(
      `${path} is a real directory, and time in it is real. ` +
        'Simulate on a copy with --copy-to DIR, or on a directory that was imported with --virtual.',
    );
  }
  await copyToVirtual(configuration, copyTo, seed);
  const { EVENT_STORE: _ofTheOriginal, ...rest } = configuration;
  return { ...rest, DATA_DIR: copyTo };
}

function startOf(clock: VirtualTime, { from, to }: SimulateOptions): number {
  const today = localDate(clock.now(), utc);
  const start = from ?? today;
  if (start < today) throw new BadUsage(`The directory's clock stands at ${today}: --from ${start} lies before it.`);
  if (clock.now() > startsAt(addDays(to, 1), utc)) {
    throw new BadUsage(`The directory's clock stands at ${today}: --to ${to} lies before it.`);
  }
  if (from !== undefined && from > to) throw new BadUsage(`--from ${from} lies after --to ${to}.`);
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

function live(host: Host, engine: Engine, scenario: Scenario, end: number): Promise<void> {
  return interruptible(host, 'Give the same command again: it goes on from there.', async (stopping) => {
    const progress = new Progress(host, 'days lived');
    const began = engine.infrastructure.clock.now();
    const onInstant = (instant: number) => progress.reach(Math.floor((instant - began) / 86_400_000));
    try {
      await new Simulation({ engine, scenario, end, stopping, onInstant }).run();
    } finally {
      progress.stop();
    }
  });
}
