import { CancelRecurringBilling, EnableRecurringBilling, ResumeRecurringBilling } from '@renewals/commands';
import { StoreUnavailable } from '@renewals/event-store';
import { inUse } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, type Sold } from '../../../../test/support/samples';
import { nimbus, policyFolder } from '../../../../test/support/third-vendor';
import { WatchedStore } from '../../../../test/support/watched-store';
import { recordedIn, reminderDecisions, requested, streamOf } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => (engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' })));
afterEach(() => engine.close());

const billed = (recurringBilling: 'enabled' | 'cancelled'): Sold => ({
  more: { channel: 'payment-provider', recurringBilling },
});
const importReader = (sold: Sold) => engine.imported('acme', { reader: sold }, 'lansweeper');

function refuse(isRefused: boolean): void {
  if (isRefused) throw new StoreUnavailable('killed');
}

const opensAt = '2026-01-10T08:00:00.000Z';

describe('recurring billing that is on', () => {
  beforeEach(() => importReader(billed('enabled')));

  it('opens the renewal by itself 60 days before, and mails the billing contact that day (L) [L20]', async () => {
    await engine.until('2026-01-10T07:59:59Z');
    expect(await engine.typesIn(streamOf('reader'))).not.toContain('RenewalOpened');
    await engine.until('2026-01-10T08:00:00Z');
    expect((await recordedIn(engine, streamOf('reader'))).at(-1)).toBe(`${opensAt} RenewalOpened`);
    const [request] = (await engine.events()).filter(({ type }) => type === 'RenewalRequested');
    expect(request).toMatchObject({ data: { source: 'automatic', requestedBy: { type: 'automation' } } });
    expect(await reminderDecisions(engine)).toEqual(['60 sent']);
  });

  it('once, and expires when nobody commits', async () => {
    await engine.until('2026-03-12T12:00:00Z');
    const types = await engine.typesIn(streamOf('reader'));
    expect(types).toEqual(['LicenseIssued', 'LicenseActivated', 'RenewalOpened', 'LicenseExpired', 'RenewalReleased']);
  });

  it('goes on with its own claim when it was killed before the request', async () => {
    await engine.close();
    const { directory } = engine;
    let store: WatchedStore | undefined;
    engine = await EngineInTime.begin({ directory, through: (real) => (store = new WatchedStore(real)) });
    if (store) store.beforeAppend = ({ stream }) => refuse(stream.startsWith('renewal-'));
    await expect(engine.until('2026-01-10T08:00:00Z')).rejects.toThrow('killed');
    expect((await engine.typesIn(streamOf('reader'))).at(-1)).toBe('RenewalOpened');
    await engine.close();

    engine = await EngineInTime.begin({ directory });
    await engine.until('2026-01-11T00:00:00Z');
    expect((await engine.typesIn(streamOf('reader'))).at(-1)).toBe('RenewalOpened');
    expect((await engine.events()).filter(({ type }) => type === 'RenewalRequested')).toHaveLength(1);
  });

  it('opens nothing where sales has opened it already', async () => {
    await requested(engine);
    await engine.until('2026-01-11T00:00:00Z');
    const opened = (await engine.typesIn(streamOf('reader'))).filter((type) => type === 'RenewalOpened');
    expect(opened).toHaveLength(1);
  });

  it('opens nothing once it is cancelled, and again once it is resumed', async () => {
    await engine.do(new CancelRecurringBilling(licenseId('reader'), contextOf('cancel')));
    await engine.do(new ResumeRecurringBilling(licenseId('reader'), contextOf('resume')));
    await engine.until('2026-01-11T00:00:00Z');
    expect(await engine.typesIn(streamOf('reader'))).toContain('RenewalOpened');
  });

  it('that is resumed after the day on which it would have opened opens at once (L)', async () => {
    await engine.do(new CancelRecurringBilling(licenseId('reader'), contextOf('cancel')));
    await engine.until('2026-01-15T12:00:00Z');
    expect(await engine.typesIn(streamOf('reader'))).not.toContain('RenewalOpened');
    await engine.do(new ResumeRecurringBilling(licenseId('reader'), contextOf('resume')));
    await engine.worker.settle();
    expect((await recordedIn(engine, streamOf('reader'))).at(-1)).toBe('2026-01-15T12:00:00.000Z RenewalOpened');
  });

  it('that is cancelled in time leaves one row that says so [L22]', async () => {
    await engine.do(new CancelRecurringBilling(licenseId('reader'), contextOf('cancel')));
    await engine.until('2026-03-12T12:00:00Z');
    expect(await reminderDecisions(engine)).toEqual(['60 suppressed cancelled']);
    expect(await engine.typesIn(streamOf('reader'))).toEqual(['LicenseIssued', 'LicenseActivated', 'LicenseExpired']);
  });
});

describe('recurring billing that was cancelled before', () => {
  it('opens and mails nothing, and sales can still renew (L) [L22][L23]', async () => {
    await importReader(billed('cancelled'));
    await engine.until('2026-02-01T00:00:00Z');
    expect(await engine.typesIn(streamOf('reader'))).toEqual(['LicenseIssued', 'LicenseActivated']);
    expect(await reminderDecisions(engine)).toEqual(['60 suppressed cancelled']);
    expect(await requested(engine)).toBeDefined();
  });
});

describe('recurring billing that is agreed on during the term', () => {
  it('opens the renewal at once where its day has passed, and later where it has not (L)', async () => {
    await engine.imported('acme', {});
    const sale = { policy: 'lansweeper', channel: 'payment-provider' } as const;
    const [early, late] = [await inUse(engine, 'early', sale), await inUse(engine, 'late', sale)];
    await engine.until('2026-09-15T12:00:00Z');
    await engine.do(new EnableRecurringBilling(early, contextOf('enable early')));
    await engine.until('2026-10-20T12:00:00Z');
    await engine.do(new EnableRecurringBilling(late, contextOf('enable late')));
    await engine.worker.settle();
    expect((await recordedIn(engine, `license-${early}`)).at(-1)).toBe('2026-10-02T07:00:00.000Z RenewalOpened');
    expect((await recordedIn(engine, `license-${late}`)).at(-1)).toBe('2026-10-20T12:00:00.000Z RenewalOpened');
  });
});

describe('under a policy without recurring billing', () => {
  it('an imported flag changes nothing', async () => {
    await engine.imported('acme', { reader: { more: { recurringBilling: 'enabled' } } });
    await engine.until('2026-03-12T12:00:00Z');
    expect(await engine.typesIn(streamOf('reader'))).toEqual(['LicenseIssued', 'LicenseActivated', 'LicenseExpired']);
    expect(await engine.typesIn(`billingAgreement-${licenseId('reader')}`)).toEqual(['RecurringBillingEnabled']);
  });
});

describe('recurring billing that is resumed before the expiry', () => {
  it('brings back the reminders that remain (L)', async () => {
    await engine.close();
    const onlyWhileOn = nimbus.replace('onlyWithRecurringBilling: false', 'onlyWithRecurringBilling: true');
    engine = await EngineInTime.begin({ policies: policyFolder(onlyWhileOn) });
    await engine.imported('acme', { reader: { more: { recurringBilling: 'enabled' } } }, 'nimbus');
    await engine.do(new CancelRecurringBilling(licenseId('reader'), contextOf('cancel')));
    await engine.until('2026-02-10T12:00:00Z');
    expect(await reminderDecisions(engine)).toEqual(['45 suppressed cancelled']);
    await engine.do(new ResumeRecurringBilling(licenseId('reader'), contextOf('resume')));
    await engine.until('2026-03-10T12:00:00Z');
    expect(await reminderDecisions(engine)).toEqual(['45 suppressed cancelled', '10 sent']);
    expect(await recordedIn(engine, streamOf('reader'))).toContain('2026-02-19T13:00:00.000Z RenewalOpened');
  });
});
