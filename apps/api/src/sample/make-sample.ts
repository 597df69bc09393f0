import { existsSync, renameSync, rmSync } from 'node:fs';
import { CLOCK, Desk, Policies } from '@renewals/commands';
import { liveUntil, openEngine, Worker } from '@renewals/engine';
import { addDays, instantAt, type IsoDate, type Zone } from '@renewals/licensing';
import { type Configuration, DataDirectory, type VirtualTime } from '@renewals/platform';
import { CommandBus } from '@nestjs/cqrs';
import { openAccounts } from './accounts';
import { Agenda } from './agenda';
import { sampleVendors, type SampleVendor } from './sample-file';
import { FIRST_DAY, type Sold, whatWasSold } from './sold';

const SEED = 7;
const LAST_DAY = '2026-02-25' as IsoDate;
const UTC = 'UTC' as Zone;
const HOUR = 3_600_000;
const ALL_DAY = 24 * HOUR;

/** Where the sample of a data directory is kept: beside it, never in it. */
export function sampleConfiguration({
  EVENT_STORE: _own,
  SMTP_URL: _real,
  POLICY_DIR: _theirs,
  ...rest
}: Configuration): Configuration {
  return { ...rest, DATA_DIR: `${rest.DATA_DIR.replace(/\/+$/, '')}-sample` };
}

/**
 * Makes the sample where it is not there yet: a virtual directory with a fixed seed that has lived through a year, so
 * that there are reminders, mails and renewals at every stage. One that was cut short is made anew.
 */
export async function makeSample(configuration: Configuration, onBegin: () => void): Promise<void> {
  const { DATA_DIR } = configuration;
  if (existsSync(DATA_DIR)) return;
  onBegin();
  const unfinished = `${DATA_DIR}.making`;
  rmSync(unfinished, { recursive: true, force: true });
  new DataDirectory(unfinished).become({ virtual: { seed: SEED, startsAt: noon(FIRST_DAY) - ALL_DAY } });
  const engine = await openEngine({ ...configuration, DATA_DIR: unfinished });
  try {
    const { context } = engine;
    const commands = context.get(CommandBus);
    const vendors = sampleVendors();
    await openAccounts(commands, vendors[0].policy);
    const clock = context.get<VirtualTime>(CLOCK);
    const agenda = new Agenda(commands, context.get(Desk), context.get(Policies), clock);
    await live(happenings(vendors, agenda), context.get(Worker), clock);
  } finally {
    await engine.close();
  }
  renameSync(unfinished, DATA_DIR);
}

async function live(happenings: readonly Happening[], worker: Worker, clock: VirtualTime): Promise<void> {
  for (const { at, happens } of happenings) {
    await liveUntil(worker, clock, at);
    await happens();
  }
  await liveUntil(worker, clock, noon(LAST_DAY));
}

interface Happening {
  readonly at: number;
  readonly happens: () => Promise<void>;
}

function happenings(vendors: readonly SampleVendor[], agenda: Agenda): Happening[] {
  return whatWasSold(vendors)
    .flatMap((sold) => [
      { at: noon(sold.boughtOn), happens: () => agenda.sell(sold) },
      { at: noon(sold.boughtOn) + HOUR, happens: () => agenda.activate(sold) },
      ...sold.story.map((step, index) => ({
        at: noon(addDays(expiryOf(sold), -step.daysBefore)),
        happens: () => agenda.act(sold, step, index),
      })),
    ])
    .filter(({ at }) => at <= noon(LAST_DAY))
    .sort((one, other) => one.at - other.at);
}

/** None of the sample's days is 29 February. */
function expiryOf({ boughtOn }: Sold): IsoDate {
  return `${Number(boughtOn.slice(0, 4)) + 1}${boughtOn.slice(4)}` as IsoDate;
}

function noon(date: IsoDate): number {
  return instantAt(date, 15, UTC);
}
