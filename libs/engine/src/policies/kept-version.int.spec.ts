import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { MoveOrderToPolicy, Policies } from '@renewals/commands';
import { UnknownPolicyVersion } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, orderId, ownerOf } from '../../../../test/support/samples';
import { nimbus, policyFolder, writePolicy } from '../../../../test/support/third-vendor';

const changed = nimbus.replace('offsets: [45, 10]', 'offsets: [30, 5]');

let engine: EngineInTime;
let folder: string;
beforeEach(async () => {
  folder = policyFolder();
  engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z', policies: folder });
  await engine.imported('acme', { reader: {} }, 'nimbus');
});
afterEach(() => engine.close());

/** The engine is started again with another file. */
async function startedWith(yaml: string): Promise<void> {
  await engine.close();
  writePolicy(folder, yaml);
  engine = await EngineInTime.begin({ directory: engine.directory, policies: folder });
}

const hashNow = () => engine.get(Policies).hashOf('nimbus');
const move = (name: string, policyHash?: string, more: Parameters<typeof contextOf>[1] = {}) =>
  engine.do(new MoveOrderToPolicy(orderId(name), policyHash, 'agreed', contextOf(`move ${name} ${policyHash}`, more)));

async function remindersOf(name: string): Promise<unknown[]> {
  const sent = (await engine.events()).filter(({ type }) => type === 'ReminderSent');
  return sent.filter(({ data }) => subjectOf(data) === licenseId(name)).map(({ data }) => data['offset']);
}

function subjectOf(data: Readonly<Record<string, unknown>>): unknown {
  return (data['subject'] as { id: string }).id;
}

describe('an order that was placed before its policy’s file changed', () => {
  it('keeps the old reminders, and a new one gets the new', async () => {
    await startedWith(changed);
    await engine.imported('other', { writer: { to: 'other' } }, 'nimbus');
    await engine.until('2026-03-20T00:00:00Z');
    expect(await remindersOf('reader')).toEqual([45, 10]);
    expect(await remindersOf('writer')).toEqual([30, 5]);
  });

  it('keeps them through another import of the same rows', async () => {
    const events = (await engine.events()).length;
    await startedWith(changed.replace('[30, 5]', '[200, 100]'));
    await engine.imported('acme', { reader: {} }, 'nimbus');
    const since = (await engine.events()).slice(events);
    expect(since.map(({ type }) => type)).toEqual(['PolicyRecorded']);
  });

  it('keeps them when the file has gone, too', async () => {
    await engine.close();
    renameSync(join(folder, 'nimbus.yaml'), join(folder, 'cumulus.yaml'));
    engine = await EngineInTime.begin({ directory: engine.directory, policies: folder });
    await engine.until('2026-03-20T00:00:00Z');
    expect(await remindersOf('reader')).toEqual([45, 10]);
  });

  it('gets the new ones once somebody has moved it, on record', async () => {
    const before = hashNow();
    await startedWith(changed);
    await move('reader');
    await engine.worker.settle();
    const toHash = hashNow();
    expect((await engine.events(`order-${orderId('reader')}`)).at(-1)).toMatchObject({
      type: 'OrderPolicyMoved',
      data: { policy: 'nimbus', fromHash: before, toHash, by: { type: 'sales' }, reason: 'agreed' },
    });
    expect((await engine.events(`license-${licenseId('reader')}`)).at(-1)).toMatchObject({
      type: 'PolicyMoved',
      data: { policyHash: toHash, channel: 'store', term: { expiresOn: '2026-03-11' } },
    });
    await engine.until('2026-03-20T00:00:00Z');
    expect(await remindersOf('reader')).toEqual([30, 5]);
  });

  it('catches up with one mail when its new days have passed already', async () => {
    await engine.until('2026-02-20T00:00:00Z');
    await startedWith(nimbus.replace('offsets: [45, 10]', 'offsets: [40, 30, 5]'));
    await move('reader');
    await engine.until('2026-03-20T00:00:00Z');
    expect(await remindersOf('reader')).toEqual([45, 30, 5]);
  });

  it('can be moved back to the version that it had', async () => {
    const before = hashNow();
    await startedWith(changed);
    await move('reader');
    await engine.worker.settle();
    await move('reader', before);
    await engine.until('2026-03-20T00:00:00Z');
    expect(await remindersOf('reader')).toEqual([45, 10]);
  });
});

describe('moving an order', () => {
  it('to a version that nobody knows is refused, and says where to look', async () => {
    await expect(move('reader', 'f'.repeat(64))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('renewals policies') as string,
    });
  });

  it('is not for customers, and not for orders that there are not', async () => {
    const actor = { type: 'customer', id: ownerOf('acme') } as const;
    await expect(move('reader', undefined, { actor })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(move('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the book of policies', () => {
  const versions = () => engine.get(Policies).versions.map(({ policy, policyHash }) => `${policy} ${policyHash}`);

  it('has one entry for each version that an engine was started with, the first one first', async () => {
    const first = hashNow();
    await startedWith(changed);
    const second = hashNow();
    await startedWith(`# only a remark\n${nimbus}`);
    expect(hashNow()).toBe(first);
    expect(versions()).toEqual([`nimbus ${first}`, `nimbus ${second}`]);
    expect(await engine.typesIn('policyBook-configured')).toEqual(['PolicyRecorded', 'PolicyRecorded']);
  });

  it('finds nothing else, and says so', () => {
    const unknown = { policy: 'nimbus', policyHash: 'f'.repeat(64) };
    expect(() => engine.get(Policies).of(unknown)).toThrow(UnknownPolicyVersion);
    expect(() => engine.get(Policies).of(unknown)).toThrow(
      /version ffffffffffff of the policy nimbus .* Put the file back/,
    );
    expect(() => engine.get(Policies).of({ policy: 'other', policyHash: hashNow() })).toThrow(UnknownPolicyVersion);
  });
});
