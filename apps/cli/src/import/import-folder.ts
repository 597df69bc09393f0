import { HoldMail, importContext, Streams } from '@renewals/commands';
import { configuredPolicies, type Engine } from '@renewals/engine';
import { type Configuration, DataDirectory } from '@renewals/platform';
import { ProjectionRunner } from '@renewals/projections';
import { CommandBus } from '@nestjs/cqrs';
import { isComplete, readingStreams, writing } from '../engine/open';
import type { Host } from '../host/host';
import { Progress } from '../host/progress';
import { besideEngine, type Destination, intoEngine, intoNothing, knownTo } from './destination';
import { importRows } from './import-rows';
import { newestDate, type RavenStackInput, readRavenStack } from './ravenstack';
import { type AskedSettings, fix, type FixedSettings, identityOf, type ImportSettings, settled } from './settings';
import { Tally } from './tally';

export interface ImportRequest extends AskedSettings {
  readonly dryRun?: true | undefined;
  readonly configuration: Configuration;
  readonly host: Host;
  readonly stopping: AbortSignal;
}

export interface Imported {
  readonly settings: ImportSettings;
  readonly tally: Tally;
  /** How many were appended. */
  readonly events: number;
  readonly seconds: number;
}

/** Reads the whole folder before anything is written. Throws `BadInputFolder`, `BadUsage` and `DirectoryInUse`. */
export async function importFolder(folder: string, request: ImportRequest): Promise<Imported> {
  const startedAt = performance.now();
  const directory = new DataDirectory(request.configuration.DATA_DIR);
  const asked = settled(request, directory, configuredPolicies(request.configuration));
  const input = await readInput(folder, asked, request.configuration, directory);
  const settings = { ...asked, asOf: asked.asOf ?? newestDate(input) };
  const done = isFixed(settings) ? await carryOut(input, settings, request, directory) : nothingAccepted(input);
  return { settings, ...done, seconds: (performance.now() - startedAt) / 1000 };
}

type Done = Pick<Imported, 'tally' | 'events'>;

function readInput(
  folder: string,
  { policy }: ImportSettings,
  configuration: Configuration,
  directory: DataDirectory,
): Promise<RavenStackInput> {
  if (!isComplete(directory)) return readRavenStack(folder);
  return readingStreams(configuration, (engine) => readRavenStack(folder, knownTo(engine, policy.id)));
}

function isFixed(settings: ImportSettings): settings is FixedSettings {
  return settings.asOf !== undefined;
}

/** Then nobody can tell which day the files describe. */
function nothingAccepted({ accounts, subscriptions }: RavenStackInput): Done {
  return { tally: new Tally([...accounts.rejected, ...subscriptions.rejected]), events: 0 };
}

function carryOut(
  input: RavenStackInput,
  settings: FixedSettings,
  request: ImportRequest,
  directory: DataDirectory,
): Promise<Done> {
  const { configuration, dryRun } = request;
  const rowsInto = (destination: Destination) => withProgress(input, settings, request, destination);
  if (!dryRun) {
    return writing(configuration, (engine) => intoDirectory(engine, settings, rowsInto), {
      identity: identityOf(settings),
    });
  }
  const counted = async (destination: Destination) => ({ tally: await rowsInto(destination), events: 0 });
  return isComplete(directory)
    ? readingStreams(configuration, (engine) => counted(besideEngine(engine)))
    : counted(intoNothing);
}

async function intoDirectory(
  engine: Engine,
  settings: FixedSettings,
  rowsInto: (destination: Destination) => Promise<Tally>,
): Promise<Done> {
  const { context, infrastructure } = engine;
  const streams = context.get(Streams);
  fix(settings, infrastructure.directory);
  if (settings.seed === undefined) await context.get(CommandBus).execute(new HoldMail(importContext('mail')));
  const tally = await rowsInto(intoEngine(engine, settings.policy.id, settings.asOf));
  await context.get(ProjectionRunner).reached(streams.lastAppended);
  return { tally, events: streams.appendedEvents };
}

async function withProgress(
  input: RavenStackInput,
  { policy, asOf }: FixedSettings,
  { host, stopping }: ImportRequest,
  destination: Destination,
): Promise<Tally> {
  const { accounts, subscriptions } = input;
  const rows = [accounts, subscriptions].reduce((sum, table) => sum + table.accepted.length + table.repeated.length, 0);
  const progress = new Progress(host, 'Importing', rows);
  try {
    return await importRows(input, {
      policy,
      asOf,
      destination,
      onProgress: (done) => progress.advance(done),
      stopping,
    });
  } finally {
    progress.stop();
  }
}
