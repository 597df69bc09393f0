import { OverrideLicenseOffsets, UnsubscribeReminders } from '@renewals/commands';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NewMails } from '../../../../test/support/new-mails';
import { contextOf, licenseId, orderId, ownerOf, type Sold } from '../../../../test/support/samples';
import { nimbus, policyFolder } from '../../../../test/support/third-vendor';
import { recordedIn, requested, streamOf } from '../renewing.spec';

/** The term ends on 2026-03-11: a mail within 2026-01-25 to 2026-03-01 is the proof, and the first day has one. */
const proving = nimbus
  .replace('openedBy: [portal]', 'openedBy: [portal, sales]')
  .replace(
    'recurringBilling: { opensDaysBefore: 20, cutOffDays: 5 }',
    'recurringBilling: { opensDaysBefore: 20, cutOffDays: 5, noticeProof: { earliestDays: 45, latestDays: 10 } }',
  );

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z', policies: policyFolder(proving) });
});
afterEach(() => engine.close());

const imported = (sold: Sold = {}) =>
  engine.imported('acme', { reader: { ...sold, more: { recurringBilling: 'enabled' } } }, 'nimbus');
const opened = async () => (await engine.events()).find(({ type }) => type === 'RenewalRequested');
const alerts = async () => (await engine.events()).filter(({ data }) => data['reason'] === 'no-notice-proof');

async function silenced(): Promise<void> {
  const context = contextOf('unsubscribe', { actor: { type: 'customer', id: ownerOf('acme') } });
  await engine.do(new UnsubscribeReminders(orderId('reader'), ownerOf('acme'), 'link', context));
}

describe('a policy that wants it proven that the customer was told', () => {
  it('lets the renewal open by itself on its day, with the mail that told and what the server answered', async () => {
    await imported();
    await engine.until('2026-03-01T00:00:00Z');
    const [sent] = (await engine.events()).filter(({ type }) => type === 'ReminderSent');
    expect(sent?.data).toMatchObject({ offset: 45, sentAt: '2026-01-25T13:00:00Z' });
    const { contactId, offset, messageId, sentAt, answer } = sent?.data ?? {};
    expect(answer).toEqual(expect.stringMatching(/./));
    expect(await opened()).toMatchObject({
      data: { source: 'automatic', notice: { contactId, offset, messageId, sentAt, answer } },
    });
    expect((await recordedIn(engine, streamOf('reader'))).at(-1)).toBe('2026-02-19T13:00:00.000Z RenewalOpened');
    expect(await alerts()).toEqual([]);
  });

  it('lets it wait while no such mail went out, and open as soon as one has', async () => {
    await imported();
    await engine.do(
      new OverrideLicenseOffsets(licenseId('reader'), { offsets: [12], reason: 'asked for' }, contextOf('late')),
    );
    await engine.until('2026-02-27T12:59:59Z');
    expect(await opened()).toBeUndefined();
    await engine.until('2026-02-27T13:00:00Z');
    expect(await opened()).toMatchObject({ data: { notice: { offset: 12, sentAt: '2026-02-27T13:00:00Z' } } });
    await engine.until('2026-03-20T00:00:00Z');
    expect(await alerts()).toEqual([]);
  });

  it('opens nothing where none went out in time: sales is alerted once, and may renew by hand', async () => {
    await imported();
    await silenced();
    const filed = new NewMails(engine.infrastructure.directory.mail);
    await engine.until('2026-03-02T12:59:59Z');
    expect(await alerts()).toEqual([]);
    await engine.until('2026-03-08T00:00:00Z');
    const about = { subject: { kind: 'license', id: licenseId('reader') }, expiresOn: '2026-03-11' };
    expect(await alerts()).toMatchObject([{ data: about, metadata: { recordedAt: '2026-03-02T13:00:00.000Z' } }]);
    expect(await opened()).toBeUndefined();
    const toSales = (await filed.read()).filter(({ to }) => to === 'sales@nimbus.example');
    expect(toSales.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('does not open by itself'));
    expect(await requested(engine)).toBeDefined();
  });

  it('alerts of it once, also when it is started again', async () => {
    await imported();
    await silenced();
    await engine.until('2026-03-03T00:00:00Z');
    await engine.close();
    engine = await EngineInTime.begin({ directory: engine.directory, policies: policyFolder(proving) });
    await engine.until('2026-03-08T00:00:00Z');
    expect(await alerts()).toHaveLength(1);
  });

  it('wants none of a term that is shorter than the time for it', async () => {
    await imported({ anchor: '2025-11-20', period: 'P30D' });
    await silenced();
    await engine.until('2025-12-10T00:00:00Z');
    expect(await opened()).toMatchObject({ data: { source: 'automatic' } });
    expect((await opened())?.data).not.toHaveProperty('notice');
  });
});
