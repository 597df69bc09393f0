import { StoreUnavailable } from '@renewals/event-store';
import { inUse } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, organizationId, ownerOf } from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import type { LicenseId } from '@renewals/licensing';
import { Desk } from '../runtime/desk';
import { ReportUsage } from './report-usage';
import type { UsageReport } from './usage-batch';

let engine: EngineInTime;
let store: WatchedStore;
let license: LicenseId;
beforeEach(async () => {
  engine = await EngineInTime.begin({
    at: '2026-03-10T12:00:00Z',
    through: (real) => (store = new WatchedStore(real)),
  });
  await engine.imported('acme', {});
  license = await inUse(engine, 'reader', { line: { quota: 10 } });
  await engine.until('2026-04-10T12:00:00Z');
});
afterEach(() => engine.close());

const used = (reportId: string, quantity: number, day = '2026-04-01'): UsageReport => ({
  reportId,
  quantity,
  usedAt: Date.parse(`${day}T12:00:00Z`),
});
const report = (name: string, ...reports: UsageReport[]) =>
  engine.do(new ReportUsage(license, reports, contextOf(name, { request: `digest of ${name}` })));
const typesOfUse = async () => (await engine.typesIn(`license-${license}`)).slice(2);
const meterOf = async () => {
  const state = await engine.get(Desk).license(license);
  return 'meter' in state ? state.meter : undefined;
};

describe('a batch of usage reports', () => {
  it('is one append, with an answer for each report', async () => {
    store.appends.length = 0;
    const { reports, revision } = await report('batch', used('a', 3), used('b', 5), used('a', 3), used('c', 0));
    expect(reports).toMatchObject([
      { reportId: 'a', result: 'recorded' },
      { reportId: 'b', result: 'recorded' },
      { reportId: 'a', result: 'known' },
      { reportId: 'c', result: 'refused', code: 'INVALID_COUNT' },
    ]);
    expect(store.appends).toHaveLength(1);
    expect(await typesOfUse()).toEqual(['UsageRecorded', 'UsageRecorded', 'QuotaThresholdCrossed']);
    expect(revision).toBe(4);
  });

  it('counts a report once, in whatever batch it comes again', async () => {
    await report('batch', used('a', 3), used('b', 5));
    expect((await report('batch', used('a', 3), used('b', 5))).reports.map(({ result }) => result)).toEqual([
      'known',
      'known',
    ]);
    const { reports } = await report('another', used('b', 9), used('c', 1));
    expect(reports.map(({ result }) => result)).toEqual(['known', 'recorded']);
    expect(await meterOf()).toMatchObject({ used: 9, crossed: [80] });
  });

  it('comes late and out of order', async () => {
    await report('first', used('late', 4, '2026-04-09'));
    await report('second', used('early', 4, '2026-03-11'), used('middle', 2, '2026-03-20'));
    expect(await meterOf()).toMatchObject({ used: 10, crossed: [80, 100] });
    expect((await typesOfUse()).at(-1)).toBe('QuotaExhausted');
  });

  it('is counted once although its answer was lost, and although it is sent twice at a time', async () => {
    store.afterAppend = () => {
      store.afterAppend = () => undefined;
      throw new StoreUnavailable('the answer was lost');
    };
    await expect(report('batch', used('a', 3))).rejects.toThrow(StoreUnavailable);
    const batches = ['again', 'and again'].map((name) => report(name, used('a', 3), used('b', 2)));
    const results = (await Promise.all(batches)).map(({ reports }) => reports.map(({ result }) => result));
    expect(results.map(([first]) => first)).toEqual(['known', 'known']);
    expect(await meterOf()).toMatchObject({ used: 5 });
  });

  it('may be long', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => used(`${index}`, 1));
    const { reports } = await report('long', ...many);
    expect(reports.filter(({ result }) => result === 'recorded')).toHaveLength(1000);
    expect(await meterOf()).toMatchObject({ used: 1000, crossed: [80, 100] });
  });

  it("is not for other people's licenses", async () => {
    await engine.imported('other', {});
    expect(organizationId('other')).not.toBe(organizationId('acme'));
    const stranger = contextOf('stranger', { actor: { type: 'customer', id: ownerOf('other') } });
    await expect(engine.do(new ReportUsage(license, [used('a', 1)], stranger))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
