import { RequestRenewal } from '@renewals/commands';
import { StoreUnavailable } from '@renewals/event-store';
import { isoDate } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { maintained } from '../../../../test/support/maintained';
import { contextOf, licenseSubject } from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import { requested, streamOf } from '../renewing.spec';

let engine: EngineInTime;
let store: WatchedStore;

/** A license was claimed, and whoever claimed it died before the renewal was requested. */
beforeEach(async () => {
  engine = await EngineInTime.begin({
    at: '2026-01-20T12:00:00Z',
    through: (real) => (store = new WatchedStore(real)),
  });
  await engine.imported('acme', { reader: {} });
  store.beforeAppend = ({ events }) => {
    if (events.some(({ type }) => type === 'RenewalRequested')) throw new StoreUnavailable('died');
  };
  await expect(requested(engine)).rejects.toThrow('died');
  store.beforeAppend = () => undefined;
});
afterEach(() => engine.close());

const line = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };
const typesSinceImport = async () => (await engine.typesIn(streamOf('reader'))).slice(2);

describe('a claim without a request', () => {
  it('is completed when the request is sent again in time', async () => {
    const renewal = await requested(engine);
    await engine.worker.settle();
    expect(await engine.worker.nextInstant()).toBeGreaterThan(Date.parse('2026-01-20T12:15:00Z'));
    await engine.until('2026-01-21T12:00:00Z');
    expect(await typesSinceImport()).toEqual(['RenewalOpened']);
    expect(await engine.typesIn(`renewal-${renewal}`)).toEqual(['RenewalRequested']);
  });

  it('is ended after a quarter of an hour, and the license is free', async () => {
    await engine.until('2026-01-20T12:14:59Z');
    expect(await typesSinceImport()).toEqual(['RenewalOpened']);
    await engine.until('2026-01-20T12:15:00Z');
    expect(await typesSinceImport()).toEqual(['RenewalOpened', 'RenewalReleased']);

    await engine.do(new RequestRenewal([line], 'sales', contextOf('somebody else')));
    expect(await typesSinceImport()).toEqual(['RenewalOpened', 'RenewalReleased', 'RenewalOpened']);
  });

  it('refuses its own request from then on, which holds the license no more', async () => {
    await engine.until('2026-01-20T13:00:00Z');
    await expect(requested(engine)).rejects.toMatchObject({ code: 'RENEWAL_ENDED' });
    await engine.until('2026-01-20T14:00:00Z');
    expect(await typesSinceImport()).toEqual(['RenewalOpened', 'RenewalReleased']);
  });
});

describe('a claim on maintenance without a request', () => {
  it('is ended as well', async () => {
    const viewer = await maintained(engine);
    const maintenance = {
      subject: { kind: 'maintenance', id: viewer } as const,
      currentExpiresOn: isoDate('2027-01-20'),
    };
    store.beforeAppend = ({ events }) => {
      if (events.some(({ type }) => type === 'RenewalRequested')) throw new StoreUnavailable('died');
    };
    const asked = engine.do(new RequestRenewal([maintenance], 'sales', contextOf('maintenance')));
    await expect(asked).rejects.toThrow('died');
    store.beforeAppend = () => undefined;
    await engine.until('2026-01-20T12:15:00Z');
    const types = await engine.typesIn(`maintenance-${viewer}`);
    expect(types).toEqual(['MaintenanceStarted', 'RenewalOpened', 'RenewalReleased']);
  });
});
