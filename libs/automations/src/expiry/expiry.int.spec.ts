import { ExtendTrial } from '@renewals/commands';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId } from '../../../../test/support/samples';
import { approved, recordedIn, requested, streamOf } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-03-10T12:00:00Z' });
  await engine.imported('acme', { reader: {} });
});
afterEach(() => engine.close());

const after = '2026-03-12T12:00:00Z';
const ended = '2026-03-11T23:00:00.000Z';

describe('when the day after the last one begins', () => {
  it('the expiry is recorded', async () => {
    await engine.until('2026-03-11T22:59:59.999Z');
    expect(await engine.typesIn(streamOf('reader'))).toEqual(['LicenseIssued', 'LicenseActivated']);
    await engine.until(after);
    expect((await recordedIn(engine, streamOf('reader'))).at(-1)).toBe(`${ended} LicenseExpired`);
  });

  it('once, also by a worker that slept over it', async () => {
    engine.asleepUntil(after);
    await engine.until('2026-04-01T00:00:00Z');
    const expired = (await engine.events(streamOf('reader'))).filter(({ type }) => type === 'LicenseExpired');
    expect(expired).toMatchObject([{ metadata: { recordedAt: '2026-03-12T12:00:00.000Z' } }]);
  });

  it('a renewal that nobody approved is withdrawn, and its license released', async () => {
    const renewal = await requested(engine);
    await engine.until(after);
    const [, withdrawn] = await engine.events(`renewal-${renewal}`);
    expect(withdrawn).toMatchObject({ type: 'RenewalWithdrawn', data: { reason: 'expired' } });
    expect((await recordedIn(engine, streamOf('reader'))).slice(-2)).toEqual([
      `${ended} LicenseExpired`,
      `${ended} RenewalReleased`,
    ]);
  });

  it('a renewal that was approved survives', async () => {
    const renewal = await approved(engine);
    await engine.until(after);
    expect((await engine.typesIn(`renewal-${renewal}`)).at(-1)).toBe('RenewalApproved');
    expect((await engine.typesIn(streamOf('reader'))).at(-1)).toBe('LicenseExpired');
  });
});

describe('a trial', () => {
  it('expires on its extended day, and is reminded of nothing', async () => {
    const trial = { anchor: '2026-02-20', period: 'P30D', more: { kind: 'trial' } } as const;
    await engine.imported('tryer', { trial });
    await engine.do(new ExtendTrial(licenseId('trial'), contextOf('extend')));
    await engine.until('2026-04-21T12:00:00Z');
    expect((await engine.typesIn(streamOf('trial'))).at(-1)).toBe('TrialExtended');
    await engine.until('2026-04-22T12:00:00Z');
    expect((await recordedIn(engine, streamOf('trial'))).at(-1)).toBe('2026-04-21T22:00:00.000Z LicenseExpired');
    const reminded = (await engine.events()).filter(({ data }) => JSON.stringify(data).includes(licenseId('trial')));
    expect(reminded.filter(({ stream }) => stream.startsWith('reminder-'))).toEqual([]);
  });
});
