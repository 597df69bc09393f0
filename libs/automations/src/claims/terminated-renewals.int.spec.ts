import { ApproveRenewal, GenerateInvoice, RequestRenewal, TerminateLicense } from '@renewals/commands';
import { isoDate, type RenewalId } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, licenseSubject } from '../../../../test/support/samples';
import { streamOf } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-02-01T12:00:00Z' });
  await engine.imported('acme', { reader: {}, writer: {} });
});
afterEach(() => engine.close());

async function renewalOf(...names: readonly string[]): Promise<RenewalId> {
  const lines = names.map((name) => ({ subject: licenseSubject(name), currentExpiresOn: isoDate('2026-03-11') }));
  const { renewalId } = await engine.do(new RequestRenewal(lines, 'sales', contextOf('request')));
  await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
  return renewalId;
}

async function terminated(name: string): Promise<void> {
  await engine.do(new TerminateLicense(licenseId(name), isoDate('2026-02-10'), 'asked for', contextOf(`end ${name}`)));
  await engine.worker.settle();
}

describe('terminating a license while its renewal is open', () => {
  it('withdraws the renewal when it was its only line', async () => {
    const renewal = await renewalOf('reader');
    await terminated('reader');
    expect((await engine.events(`renewal-${renewal}`)).at(-1)).toMatchObject({
      type: 'RenewalWithdrawn',
      data: { reason: 'terminated' },
    });
    expect((await engine.typesIn(streamOf('reader'))).at(-1)).toBe('RenewalReleased');
  });

  it('withdraws the renewal when the last of its lines goes', async () => {
    const renewal = await renewalOf('reader', 'writer');
    await terminated('reader');
    expect(await engine.typesIn(`renewal-${renewal}`)).not.toContain('RenewalWithdrawn');
    await terminated('writer');
    expect((await engine.typesIn(`renewal-${renewal}`)).at(-1)).toBe('RenewalWithdrawn');
  });

  it('lets its line fail alone where others are left', async () => {
    const renewal = await renewalOf('reader', 'writer');
    await terminated('reader');
    await engine.do(new GenerateInvoice(renewal, undefined, contextOf('invoice')));
    await engine.worker.settle();
    const types = await engine.typesIn(`renewal-${renewal}`);
    expect(types).toEqual(expect.arrayContaining(['RenewalLineFailed', 'RenewalLineCompleted', 'RenewalCompleted']));
    expect(await engine.typesIn(streamOf('writer'))).toContain('LicenseRenewed');
    expect((await engine.typesIn(streamOf('reader'))).at(-1)).toBe('RenewalReleased');
  });
});
