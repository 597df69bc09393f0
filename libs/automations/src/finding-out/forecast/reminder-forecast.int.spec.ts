import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MoveOrderToPolicy } from '@renewals/commands';
import { loadPolicy } from '@renewals/engine';
import {
  isoDate,
  localDate,
  type OrderPlaced,
  type Policy,
  type ReminderSent,
  rfc3339,
  type Zone,
} from '@renewals/licensing';
import { packageRoot } from '@renewals/platform';
import { Licenses } from '@renewals/projections';
import { EngineInTime } from '../../../../../test/support/engine-in-time';
import { contextOf } from '../../../../../test/support/samples';
import { temporaryDirectory } from '../../../../../test/support/temporary-directory';
import { customers } from '../customers.spec';
import { differenceOf } from './difference';
import { type ExpiryForecast, ReminderForecast } from './reminder-forecast';

const [from, to] = [isoDate('2025-12-02'), isoDate('2026-03-01')];

/** What goes out on these days: a line for each reminder and contact, and in how many mails. */
interface GoesOut {
  readonly lines: readonly string[];
  readonly mails: number;
}

let engine: EngineInTime;
afterEach(() => engine.close());

async function forecast(changed?: Policy): Promise<readonly ExpiryForecast[]> {
  const expiries: ExpiryForecast[] = [];
  for await (const expiry of engine.get(ReminderForecast).upTo(to, changed)) expiries.push(expiry);
  return expiries;
}

function goesOut(expiries: readonly ExpiryForecast[]): GoesOut {
  const lines = expiries.flatMap(({ changed }) => changed).filter(({ on }) => on >= from && on <= to);
  return {
    lines: lines.map((line) => lineOf({ ...line, sentAt: rfc3339(line.at) })).sort(),
    mails: new Set(lines.map(({ mail }) => mail)).size,
  };
}

/** Nobody does anything, and this is what the log says then. */
async function wentOut(): Promise<GoesOut> {
  await engine.until('2026-03-03T12:00:00Z');
  const zones = new Map<string, Zone>();
  for await (const { license, zone } of engine.get(Licenses).all()) zones.set(license, zone as Zone);
  const sent = (await engine.events())
    .filter(({ type }) => type === 'ReminderSent')
    .map(({ data }) => data as unknown as ReminderSent['data'])
    .filter(({ subject, sentAt }) => {
      const on = localDate(Date.parse(sentAt), zones.get(subject.id) as Zone);
      return on >= from && on <= to;
    });
  return { lines: sent.map(lineOf).sort(), mails: new Set(sent.map(({ messageId }) => messageId)).size };
}

type Line = Pick<ReminderSent['data'], 'subject' | 'expiresOn' | 'offset' | 'contactId' | 'sentAt'>;

function lineOf({ subject: { kind, id }, expiresOn, offset, contactId, sentAt }: Line): string {
  return [kind, id, expiresOn, offset, contactId, sentAt].join(' ');
}

/** A folder of the shipped policies, this vendor's with something else in it. */
function policiesWith(vendor: string, ...changes: readonly (readonly [RegExp, string])[]): string {
  const shipped = join(packageRoot(), 'config', 'policies');
  const folder = temporaryDirectory();
  for (const file of readdirSync(shipped)) copyFileSync(join(shipped, file), join(folder, file));
  const file = join(folder, `${vendor}.yaml`);
  const before = readFileSync(file, 'utf8');
  const after = changes.reduce((text, [old, other]) => text.replace(old, other), before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  return folder;
}

async function moveEveryOrderOf(vendor: string): Promise<void> {
  for (const { type, data } of await engine.events()) {
    if (type !== 'OrderPlaced' || data['policy'] !== vendor) continue;
    const { orderId } = data as unknown as OrderPlaced['data'];
    await engine.do(new MoveOrderToPolicy(orderId, undefined, 'other days', contextOf(`move ${orderId}`)));
  }
  await engine.worker.settle();
}

const changes = {
  dynamsoft: [
    [/offsets: \[90, 60, 30, 14, 7, 0\]/, 'offsets: [100, 60, 45, 30, 10, 0]'],
    [/hour: 9/, 'hour: 7'],
  ],
  lansweeper: [
    [/offsets: \[60\]/g, 'offsets: [75, 30]'],
    [/onlyWithRecurringBilling: true/, 'onlyWithRecurringBilling: false'],
  ],
} as const;

describe.each(['dynamsoft', 'lansweeper'] as const)('the forecast of a quarter under %s', (vendor) => {
  beforeEach(async () => {
    engine = await EngineInTime.begin();
    await customers(engine, vendor);
  });

  it('is what goes out when nobody acts, reminders and mails, and changes nothing', async () => {
    const before = await engine.infrastructure.store.lastPosition();
    const expected = goesOut(await forecast());
    expect(await engine.infrastructure.store.lastPosition()).toBe(before);
    expect(expected.lines.length).toBeGreaterThan(vendor === 'dynamsoft' ? 40 : 9);
    expect(expected.mails).toBeLessThan(expected.lines.length);
    expect(await wentOut()).toEqual(expected);
  });

  it('under another policy is what goes out once every order is moved to it', async () => {
    const policies = policiesWith(vendor, ...changes[vendor]);
    const { policy } = loadPolicy(join(policies, `${vendor}.yaml`));
    const expected = goesOut(await forecast(policy));
    expect(expected).not.toEqual(goesOut(await forecast()));
    const { directory } = engine;
    await engine.close();
    engine = await EngineInTime.begin({ directory, policies });
    await moveEveryOrderOf(vendor);
    expect(await wentOut()).toEqual(expected);
  });
});

describe('what another policy changes', () => {
  it('is added, gone, or moved to another time', async () => {
    engine = await EngineInTime.begin();
    await engine.imported('acme', { reader: {} });
    await engine.worker.settle();
    const policies = policiesWith('dynamsoft', [/offsets: \[90, 60, /, 'offsets: [90, 45, '], [/hour: 9/, 'hour: 7']);
    const [expiry] = await forecast(loadPolicy(join(policies, 'dynamsoft.yaml')).policy);
    const { added, gone, moved } = differenceOf(expiry as ExpiryForecast);
    expect(added.map(({ offset }) => offset)).toEqual([45]);
    expect(gone.map(({ offset }) => offset)).toEqual([60]);
    expect(moved.map((move) => `${rfc3339(move.from.at)} ${rfc3339(move.to.at)}`)[0]).toBe(
      '2025-12-11T08:00:00Z 2025-12-11T06:00:00Z',
    );
    expect(moved.map((move) => move.to.offset)).toEqual([90, 30, 14, 7, 0]);
  });

  it('is nothing for the orders of another vendor', async () => {
    engine = await EngineInTime.begin();
    await engine.imported('acme', { reader: {} });
    await engine.worker.settle();
    const policies = policiesWith('lansweeper', [/hour: 9/, 'hour: 7']);
    const [expiry] = await forecast(loadPolicy(join(policies, 'lansweeper.yaml')).policy);
    expect(differenceOf(expiry as ExpiryForecast)).toEqual({ added: [], gone: [], moved: [] });
  });
});
