import { ApproveRenewal, GenerateInvoice, RequestRenewal, TerminateLicense } from '@renewals/commands';
import { isoDate } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { maintained } from '../../../../test/support/maintained';
import { contextOf, licenseId, licenseSubject, orderId, type Sold } from '../../../../test/support/samples';
import { Licenses } from '../license/licenses';
import { UpcomingRenewals, type UpcomingQuery } from './upcoming-renewals';

let engine: EngineInTime;
afterEach(() => engine.close());

async function given(at: string, licenses: Readonly<Record<string, Sold>>, policy?: string): Promise<void> {
  engine = await EngineInTime.begin({ at });
  await engine.imported('acme', licenses, policy);
}

async function upcoming(query: Partial<UpcomingQuery> = {}): Promise<(string | null)[]> {
  await engine.caughtUp();
  const now = engine.clock.now();
  const rows = await engine.get(UpcomingRenewals).page({ tab: 'annual', now, limit: 100, ...query });
  return rows.map(({ externalId }) => externalId);
}

describe('upcoming renewals', () => {
  it('are those within the policy’s days, soonest first', async () => {
    await given('2026-01-10T12:00:00Z', {
      'in 90 days': { anchor: '2025-04-10' },
      'in 91 days': { anchor: '2025-04-11' },
      today: { anchor: '2025-01-10' },
      tomorrow: { anchor: '2025-01-11' },
    });
    expect(await upcoming()).toEqual(['today', 'tomorrow', 'in 90 days']);
  });

  it('are counted in days of the term’s own zone', async () => {
    await given('2026-01-10T10:30:00Z', {
      'ends first': { anchor: '2025-04-11', zone: 'Pacific/Kiritimati' },
      'one more day': { anchor: '2025-04-11', zone: 'Pacific/Honolulu' },
    });
    expect(await upcoming()).toEqual(['ends first']);
    engine.clock.moveTo(Date.parse('2026-01-11T10:00:00Z'));
    expect((await upcoming()).sort()).toEqual(['ends first', 'one more day']);
  });

  it('leave with the end of their last day, before anybody records it', async () => {
    await given('2026-03-11T22:59:59.999Z', { reader: {} });
    expect(await upcoming()).toEqual(['reader']);
    engine.clock.moveTo(Date.parse('2026-03-11T23:00:00Z'));
    expect(await upcoming()).toEqual([]);
  });

  it('are no trials, and nothing that was ended', async () => {
    await given('2026-03-01T12:00:00Z', {
      trial: { anchor: '2026-02-20', period: 'P30D', more: { kind: 'trial' } },
      gone: { more: { terminatedOn: isoDate('2026-02-01') } },
      going: {},
      staying: {},
    });
    await engine.do(new TerminateLicense(licenseId('going'), isoDate('2026-03-05'), 'asked for', contextOf('end')));
    expect(await upcoming()).toEqual(['staying']);
  });

  it('say whether they are requested or approved', async () => {
    await given('2026-03-01T12:00:00Z', { reader: {} });
    const line = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };
    await engine.do(new RequestRenewal([line], 'sales', contextOf('request')));
    await engine.caughtUp();
    const page = { tab: 'annual', now: engine.clock.now(), limit: 1 } as const;
    const [row] = await engine.get(UpcomingRenewals).page(page);
    expect(row).toMatchObject({ stage: 'requested', amount: 6000, currency: 'USD' });
  });

  it('may be asked for by order, and page by page', async () => {
    await given('2026-03-01T12:00:00Z', { a: {}, b: {}, c: { anchor: '2025-03-20' } });
    expect(await upcoming({ orders: [orderId('c'), orderId('a')] })).toEqual(['a', 'c']);
    expect(await upcoming({ orders: [] })).toEqual([]);

    const seen: (string | null)[] = [];
    let after: UpcomingQuery['after'];
    for (;;) {
      const page = { tab: 'annual', now: engine.clock.now(), limit: 1, ...(after && { after }) } as const;
      const [row] = await engine.get(UpcomingRenewals).page(page);
      if (!row) break;
      seen.push(row.externalId);
      after = { expiresOn: row.expiresOn ?? '', license: row.license };
    }
    expect(seen.sort()).toEqual(['a', 'b', 'c']);
    expect(seen).toHaveLength(3);
  });
});

describe('maintenance of perpetual licenses', () => {
  const onTab = async () => {
    await engine.caughtUp();
    return engine.get(UpcomingRenewals).page({ tab: 'maintenance', now: engine.clock.now(), limit: 100 });
  };

  it('has a tab of its own, from ninety days before its end until it is over or renewed [R20]', async () => {
    await given('2025-03-11T12:00:00Z', {});
    const viewer = await maintained(engine);
    await engine.until('2025-12-10T12:00:00Z');
    expect(await onTab()).toEqual([]);
    await engine.until('2025-12-11T12:00:00Z');
    expect(await onTab()).toMatchObject([
      { license: viewer, expiresOn: '2026-03-11', amount: 80000, currency: 'USD', stage: null },
    ]);
    expect(await upcoming()).toEqual([]);

    const subject = { kind: 'maintenance', id: viewer } as const;
    const line = { subject, currentExpiresOn: isoDate('2026-03-11') };
    const { renewalId } = await engine.do(new RequestRenewal([line], 'sales', contextOf('request')));
    expect(await onTab()).toMatchObject([{ stage: 'requested', renewal: renewalId }]);
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
    expect(await onTab()).toMatchObject([{ stage: 'approved' }]);
    await engine.do(new GenerateInvoice(renewalId, undefined, contextOf('invoice')));
    await engine.worker.settle();
    expect(await onTab()).toEqual([]);

    await engine.until('2026-12-11T12:00:00Z');
    expect(await onTab()).toMatchObject([{ expiresOn: '2027-03-11', stage: null, renewal: null }]);
    await engine.until('2027-03-12T12:00:00Z');
    expect(await onTab()).toEqual([]);
    expect(await engine.get(Licenses).find(viewer)).toMatchObject({
      maintainedFrom: '2025-03-11',
      maintainedUntil: '2027-03-11',
      renewal: null,
    });
  });

  it('goes with its license', async () => {
    await given('2025-03-11T12:00:00Z', {});
    const viewer = await maintained(engine);
    await engine.until('2026-03-01T12:00:00Z');
    await engine.do(new TerminateLicense(viewer, isoDate('2026-03-01'), 'asked for', contextOf('end')));
    expect(await onTab()).toEqual([]);
  });
});
