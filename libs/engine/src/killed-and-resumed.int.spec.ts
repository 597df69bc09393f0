import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, verifyChains } from '@renewals/audit';
import { ApproveRenewal, ExtendTrial, GenerateInvoice, RequestRenewal } from '@renewals/commands';
import { type EventStore, StoreUnavailable } from '@renewals/event-store';
import { isoDate, type RenewalId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import * as fc from 'fast-check';
import { EngineInTime } from '../../../test/support/engine-in-time';
import { propertyPatience, propertyRuns } from '../../../test/support/property-runs';
import { contextOf, licenseId, licenseSubject } from '../../../test/support/samples';
import { temporaryDirectory } from '../../../test/support/temporary-directory';
import { WatchedStore } from '../../../test/support/watched-store';

jest.setTimeout(propertyPatience);

const begins = '2026-01-05T12:00:00Z';
const ends = '2026-03-20T00:00:00Z';
const requested = contextOf('request');
const renewal = derivedId('renewal', requested.commandId) as RenewalId;
const line = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };
const recurring = { more: { channel: 'payment-provider', recurringBilling: 'enabled' } } as const;
const trial = { anchor: '2025-12-20', period: 'P30D', more: { kind: 'trial' } } as const;

/** Taken over before anything goes on by itself, and again when that was cut short. */
async function takeOver(engine: EngineInTime): Promise<void> {
  await engine.imported('acme', { reader: { more: { delivery: 'classic' } }, writer: {}, viewer: {}, trial });
  await engine.imported('globex', { scanner: recurring }, 'lansweeper');
}

/** What people do, and when. */
const script: readonly (readonly [at: string, act: (engine: EngineInTime) => Promise<unknown>])[] = [
  ['2026-01-15T10:00:00Z', (engine) => engine.do(new ExtendTrial(licenseId('trial'), contextOf('extend')))],
  ['2026-02-01T10:00:00Z', (engine) => engine.do(new RequestRenewal([line], 'sales', requested))],
  ['2026-02-10T10:00:00Z', (engine) => engine.do(new ApproveRenewal(renewal, contextOf('approve')))],
  ['2026-02-20T10:00:00Z', (engine) => engine.do(new GenerateInvoice(renewal, undefined, contextOf('invoice')))],
];

/** Goes on from wherever the directory's clock stands: what was done at that instant is done again. */
async function live(engine: EngineInTime): Promise<void> {
  if (engine.clock.now() === Date.parse(begins)) await takeOver(engine);
  for (const [at, act] of script) {
    if (Date.parse(at) < engine.clock.now()) continue;
    await engine.until(at);
    await act(engine);
    await engine.worker.settle();
  }
  await engine.until(ends);
}

/** Everything that is kept: the log by its digest, and each mail byte by byte. */
async function keptBy({ infrastructure }: EngineInTime): Promise<Record<string, unknown>> {
  const { store, directory } = infrastructure;
  const mails = readdirSync(directory.mail).sort();
  const read = (mail: string) => readFileSync(join(directory.mail, mail), 'utf8');
  return { log: await digestOf(store), mails: Object.fromEntries(mails.map((mail) => [mail, read(mail)])) };
}

async function cleanRun(seed: number): Promise<{ kept: Record<string, unknown>; appends: number; instants: number }> {
  let store: WatchedStore | undefined;
  const engine = await EngineInTime.begin({
    at: begins,
    seed,
    through: (real) => (store = new WatchedStore(real)),
  });
  let instants = 0;
  const { clock } = engine;
  const moveTo = clock.moveTo.bind(clock);
  clock.moveTo = (instant) => {
    if (instant > clock.now()) instants += 1;
    moveTo(instant);
  };
  await live(engine);
  expect((await verifyChains(engine.infrastructure.store)).broken).toEqual([]);
  const kept = await keptBy(engine);
  await engine.close();
  return { kept, appends: store?.appends.length ?? 0, instants };
}

/** A program that dies around its n-th append: nothing that it does from then on reaches the log. */
function dying(n: number, isStored: boolean): (real: EventStore) => EventStore {
  return (real) => {
    const store = new WatchedStore(real);
    const die = () => {
      if (store.appends.length > n || (store.appends.length === n && !isStored)) throw new StoreUnavailable('killed');
    };
    store.beforeAppend = die;
    store.afterAppend = () => {
      if (store.appends.length >= n) throw new StoreUnavailable('killed');
    };
    return store;
  };
}

const killed = (error: Error): void => expect(error.message).toContain('killed');

let clean: Awaited<ReturnType<typeof cleanRun>>;
beforeAll(async () => (clean = await cleanRun(1)));

describe('rule 18: a virtual directory', () => {
  it('lived in twice from one seed is the same byte by byte', async () =>
    expect((await cleanRun(1)).kept).toEqual(clean.kept));

  it('from another seed is another', async () =>
    expect((await cleanRun(2)).kept['log']).not.toEqual(clean.kept['log']));

  it('killed around any append, any number of times, and resumed equals a clean run', async () => {
    const kill = fc.record({ append: fc.integer({ min: 1, max: clean.appends }), isStored: fc.boolean() });
    const property = fc.asyncProperty(fc.array(kill, { minLength: 1, maxLength: 3 }), async (kills) => {
      const directory = temporaryDirectory();
      for (const { append, isStored } of kills) {
        const through = dying(append, isStored);
        const engine = await EngineInTime.begin({ at: begins, directory, through }).catch(killed);
        if (!engine) continue;
        await live(engine).catch(killed);
        await engine.close();
      }
      const engine = await EngineInTime.begin({ at: begins, directory });
      await live(engine);
      expect(await keptBy(engine)).toEqual(clean.kept);
      await engine.close();
    });
    await fc.assert(property, propertyRuns(8, 150));
  });

  it('closed between any two instants and opened again equals one that never was', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 1, max: clean.instants }), async (instants) => {
      const directory = temporaryDirectory();
      for (let isDone = false; !isDone;) {
        const engine = await EngineInTime.begin({ at: begins, directory });
        isDone = await livedFor(engine, instants);
        if (isDone) expect(await keptBy(engine)).toEqual(clean.kept);
        await engine.close();
      }
    });
    await fc.assert(property, propertyRuns(3, 30));
  });
});

/** Answers whether it came to the end before so many instants were over. */
async function livedFor(engine: EngineInTime, instants: number): Promise<boolean> {
  const { clock } = engine;
  const moveTo = clock.moveTo.bind(clock);
  let left = instants;
  clock.moveTo = (instant) => {
    if (instant > clock.now() && left-- === 0) throw new Error('closed');
    moveTo(instant);
  };
  try {
    await live(engine);
    return true;
  } catch (error) {
    if ((error as Error).message !== 'closed') throw error;
    return false;
  }
}
