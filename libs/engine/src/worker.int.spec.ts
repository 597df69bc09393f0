import {
  ActivateLicense,
  ApproveRenewal,
  GenerateInvoice,
  licenseOfLine,
  PlaceOrder,
  RecordCommitment,
  RegisterOrganization,
  RequestRenewal,
} from '@renewals/commands';
import { digestOf } from '@renewals/audit';
import { type Actor, isoDate, type LicenseId, period } from '@renewals/licensing';
import { Licenses, ProjectionRunner, statusOf } from '@renewals/projections';
import { EngineInTime } from '../../../test/support/engine-in-time';
import { contextOf, licenseId, orderId, organization, ownerOf } from '../../../test/support/samples';

const { owner, ...company } = organization('acme');
const byOwner: Actor = { type: 'customer', id: owner.contactId };
const reader = licenseOfLine(orderId('reader'), 0);

let engine: EngineInTime;
afterEach(() => engine.close());

/** A company buys a classic license through the store and activates it on the same day. */
async function bought(policy: string): Promise<void> {
  const personal = (text: string) => ({ $personal: owner.contactId, text });
  const registration = {
    ...company,
    via: 'purchase',
    passwordSetupRequired: true,
    owner: { contactId: owner.contactId, email: personal(owner.email), name: personal(owner.name) },
  } as const;
  const line = {
    product: 'Reader',
    kind: 'annual',
    delivery: 'classic',
    period: period('P1Y'),
    quota: 5,
    unitPrice: { amountMinor: 1200, currency: 'EUR' },
  } as const;
  const order = {
    orderId: orderId('reader'),
    organizationId: company.organizationId,
    channel: 'store',
    billingContactId: owner.contactId,
    paymentMethod: 'card',
    lines: [line],
  } as const;
  await engine.do(new RegisterOrganization(registration, owner.email, contextOf('register')));
  await engine.do(new PlaceOrder(order, policy, [ownerOf('acme')], contextOf('order')));
  await engine.worker.settle();
  await engine.do(new ActivateLicense(reader, contextOf('activate', { actor: byOwner })));
}

async function statuses(): Promise<string[]> {
  await engine.caughtUp();
  const found: string[] = [];
  for await (const row of engine.get(Licenses).all()) {
    found.push(`${row.startsOn} ${row.expiresOn} ${statusOf(row, engine.clock.now())}`);
  }
  return found.sort();
}

describe('the life of a license', () => {
  it('goes from purchase through reminders and renewal into its successor’s term', async () => {
    engine = await EngineInTime.begin({ at: '2025-03-10T12:00:00Z' });
    await bought('dynamsoft');
    await engine.until('2026-01-20T12:00:00Z');
    expect(await statuses()).toEqual(['2025-03-10 2026-03-10 active']);

    const line = { subject: { kind: 'license', id: reader } as const, currentExpiresOn: isoDate('2026-03-10') };
    const context = contextOf('request', { actor: byOwner });
    const { renewalId } = await engine.do(new RequestRenewal([line], 'single', context));
    await engine.until('2026-01-21T12:00:00Z');
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
    await engine.until('2026-02-01T12:00:00Z');
    await engine.do(new RecordCommitment(renewalId, 'purchase-order', 'PO-7', contextOf('commit')));
    await engine.do(new GenerateInvoice(renewalId, 'PO-7', contextOf('invoice')));
    await engine.worker.settle();
    expect(await statuses()).toEqual(['2025-03-10 2026-03-10 active', '2026-03-11 2027-03-10 upcoming']);

    await engine.until('2026-03-10T23:00:00Z');
    expect(await statuses()).toEqual(['2025-03-10 2026-03-10 renewed', '2026-03-11 2027-03-10 active']);
    expect(await engine.typesIn(`renewal-${renewalId}`)).toEqual([
      'RenewalRequested',
      'RenewalApproved',
      'CommitmentReceived',
      'InvoiceGenerated',
      'RenewalLineCompleted',
      'RenewalCompleted',
      'ContractStarted',
      'ConfirmationSent',
    ]);

    await engine.until('2027-03-20T00:00:00Z');
    expect(await statuses()).toEqual(['2025-03-10 2026-03-10 renewed', '2026-03-11 2027-03-10 expired']);
    const sent = (await engine.events())
      .filter(({ type }) => type === 'ReminderSent')
      .map(({ data }) => data['offset']);
    expect(sent).toEqual([90, 60, 90, 60, 30, 14, 7, 0]);
  });

  it('names the event that caused each thing that happened by itself', async () => {
    engine = await EngineInTime.begin({ at: '2026-03-01T12:00:00Z' });
    await engine.imported('acme', { reader: {} });
    await engine.until('2026-03-12T12:00:00Z');
    const log = await engine.events();
    const ids = new Set(log.map(({ id }) => id));
    const automatic = log.filter(({ metadata }) => (metadata['actor'] as { type: string }).type === 'automation');
    expect(automatic.length).toBeGreaterThan(4);
    for (const { metadata } of automatic) expect(ids).toContain(metadata['$causationId']);
  });
});

describe('a worker', () => {
  it('tells when there is something to do next, and leaves nothing of now undone', async () => {
    engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' });
    expect(await engine.worker.nextInstant()).toBeUndefined();
    await engine.imported('acme', { reader: {} });
    await engine.worker.settle();
    expect(await engine.worker.nextInstant()).toBe(Date.parse('2025-12-11T08:00:00Z'));
    const { digest } = await digestOf(engine.infrastructure.store);
    await engine.worker.settle();
    expect((await digestOf(engine.infrastructure.store)).digest).toBe(digest);
  });

  it('decides all that is due before it sends any of it, so that one person gets one mail', async () => {
    engine = await EngineInTime.begin({ at: '2026-01-05T12:00:00Z' });
    const names = Array.from({ length: 150 }, (_, index) => `license ${index}`);
    const inTurn = names.sort((one, other) => (licenseId(one) < licenseId(other) ? -1 : 1));
    const [first, ...others] = inTurn as [string, ...string[]];
    const last = others.pop() as string;
    await engine.imported('acme', { [first]: {}, [last]: {} });
    // In between there is more than one round of reminders that nobody gets.
    const cancelled = { more: { channel: 'payment-provider', recurringBilling: 'cancelled' } } as const;
    await engine.imported('globex', Object.fromEntries(others.map((name) => [name, cancelled])), 'lansweeper');
    await engine.until('2026-01-10T12:00:00Z');
    const decided = (await engine.events()).filter(({ type }) => type.startsWith('Reminder'));
    expect(decided.filter(({ data }) => data['reason'] === 'cancelled')).toHaveLength(148);
    const sent = decided.filter(({ type }) => type === 'ReminderSent').map(({ data }) => data['messageId']);
    expect(sent).toEqual([sent[0], sent[0]]);
  });

  it('does nothing by itself while it cannot tell what is due', async () => {
    engine = await EngineInTime.begin({ at: '2026-03-01T12:00:00Z' });
    await engine.imported('acme', { reader: {} });
    await engine.caughtUp();
    const { store } = engine.infrastructure;
    const stranger = { id: reader, type: 'LicenseFrobnicated', data: {}, metadata: { schema: 1 } };
    const { position } = await store.append(`license-${'stranger' as LicenseId}`, 'no-stream', [stranger]);
    await engine.get(ProjectionRunner).reached(position);
    engine.asleepUntil('2026-03-12T12:00:00Z');

    await expect(engine.worker.settle()).rejects.toThrow(/projection deadlines has stopped: .*LicenseFrobnicated/);
    expect(await engine.typesIn(`license-${reader}`)).not.toContain('LicenseExpired');
  });
});
