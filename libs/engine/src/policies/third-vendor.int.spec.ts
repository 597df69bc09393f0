import {
  ApproveRenewal,
  CancelRecurringBilling,
  QuoteRenewal,
  RecordCommitment,
  RequestRenewal,
} from '@renewals/commands';
import { type Actor, isoDate, type RenewalId, type RenewalSource } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, licenseSubject, ownerOf, type Sold } from '../../../../test/support/samples';
import { policyFolder } from '../../../../test/support/third-vendor';

const byOwner: Actor = { type: 'customer', id: ownerOf('acme') };
const recurring: Sold = { more: { recurringBilling: 'enabled' } };

let engine: EngineInTime;
beforeEach(async () => (engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z', policies: policyFolder() })));
afterEach(() => engine.close());

/** Of the license that ends on 2026-03-11 in Berlin. */
async function request(source: RenewalSource = 'single', actor = byOwner): Promise<RenewalId> {
  const line = { subject: licenseSubject('reader'), currentExpiresOn: isoDate('2026-03-11') };
  const { renewalId } = await engine.do(new RequestRenewal([line], source, contextOf('request', { actor })));
  return renewalId;
}

async function recordedAt(type: string): Promise<unknown[]> {
  return (await engine.events()).filter((event) => event.type === type).map(({ metadata }) => metadata['recordedAt']);
}

async function last(type: string) {
  return (await engine.events()).findLast((event) => event.type === type);
}

describe('a third vendor, who is nothing but a file', () => {
  it('reminds on its own days, at its own hour', async () => {
    await engine.imported('acme', { reader: {} }, 'nimbus');
    await engine.until('2026-03-20T00:00:00Z');
    expect(await recordedAt('ReminderSent')).toEqual(['2026-01-25T13:00:00.000Z', '2026-03-01T13:00:00.000Z']);
  });

  it('opens recurring renewals on its own day, and takes a cancellation until its own cut-off', async () => {
    await engine.imported('acme', { reader: recurring, writer: recurring }, 'nimbus');
    await engine.until('2026-02-19T13:00:00Z');
    expect(await recordedAt('RenewalRequested')).toEqual(Array(2).fill('2026-02-19T13:00:00.000Z'));
    const cancel = (name: string) =>
      engine.do(new CancelRecurringBilling(licenseId(name), contextOf(`cancel ${name}`, { actor: byOwner })));
    await engine.until('2026-03-05T22:00:00Z');
    await cancel('reader');
    await engine.until('2026-03-05T23:00:00Z');
    await expect(cancel('writer')).rejects.toMatchObject({ code: 'CANCELLATION_CUTOFF_PASSED' });
  });

  it('invoices an approval by itself, once the commitment that it wants has come', async () => {
    await engine.imported('acme', { reader: {} }, 'nimbus');
    const renewalId = await request();
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve', { actor: byOwner })));
    await engine.until('2026-01-05T00:00:00Z');
    expect(await recordedAt('InvoiceGenerated')).toEqual([]);

    await engine.do(new RecordCommitment(renewalId, 'purchase-order', 'PO-7', contextOf('commit')));
    await engine.worker.settle();
    expect(await last('InvoiceGenerated')).toMatchObject({ data: { poNumber: 'PO-7', issuedOn: '2026-01-05' } });
    expect(await last('LicenseActivated')).toMatchObject({ data: { startsOn: '2026-03-12', expiresOn: '2027-03-11' } });
  });

  it('wants no commitment for what was sold by quote, whose quotes run for its own days', async () => {
    await engine.imported('acme', { reader: { more: { channel: 'quote' } } }, 'nimbus');
    const renewalId = await request();
    await engine.do(new QuoteRenewal(renewalId, false, contextOf('quote')));
    expect(await last('RenewalQuoted')).toMatchObject({ data: { validUntil: '2025-12-06' } });
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve', { actor: byOwner })));
    await engine.worker.settle();
    expect(await recordedAt('InvoiceGenerated')).toEqual(['2025-12-01T12:00:00.000Z']);
  });

  it('renews in the portal for its days of grace, and the new term follows on', async () => {
    await engine.imported('acme', { reader: { more: { channel: 'quote' } } }, 'nimbus');
    await engine.until('2026-03-21T12:00:00Z');
    expect(await engine.typesIn(`license-${licenseId('reader')}`)).toContain('LicenseExpired');
    const renewalId = await request();
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve', { actor: byOwner })));
    await engine.worker.settle();
    expect(await last('RenewalRequested')).toMatchObject({ data: { late: false } });
    expect(await last('LicenseActivated')).toMatchObject({ data: { startsOn: '2026-03-12', expiresOn: '2027-03-11' } });
  });

  it('keeps what was only asked for until the days of grace are over', async () => {
    await engine.imported('acme', { reader: {} }, 'nimbus');
    const renewalId = await request();
    await engine.until('2026-03-21T22:59:59Z');
    expect(await engine.typesIn(`renewal-${renewalId}`)).not.toContain('RenewalWithdrawn');
    await engine.until('2026-03-21T23:00:00Z');
    expect(await recordedAt('RenewalWithdrawn')).toEqual(['2026-03-21T23:00:00.000Z']);
  });

  it('leaves sales and the payment provider out where it names only the portal', async () => {
    await engine.imported('acme', { reader: {} }, 'nimbus');
    const sales: Actor = { type: 'sales', id: 'sam' };
    await expect(request('sales', sales)).rejects.toMatchObject({ code: 'RENEWAL_CHANNEL_NOT_ALLOWED' });
  });
});
