import {
  ActivateLicense,
  AddQuota,
  ApproveRenewal,
  ConfirmConfiguration,
  Desk,
  GenerateInvoice,
  licenseOfLine,
  PlaceOrder,
  ProvisionOrder,
  RequestRenewal,
} from '@renewals/commands';
import type { EventMetadata } from '@renewals/event-store';
import { type Hosting, isoDate, type LicenseId, type OrderLine } from '@renewals/licensing';
import { bought, inUse, orderLine } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { bySales, contextOf, orderId, organizationId, ownerOf } from '../../../../test/support/samples';

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-03-10T12:00:00Z' });
  await engine.imported('acme', {});
});
afterEach(() => engine.close());

const byOwner = { type: 'customer', id: ownerOf('acme') } as const;
const of = (license: LicenseId) => `license-${license}`;
const lastEvent = async (license: LicenseId) => (await engine.events(of(license))).at(-1);

describe('an order', () => {
  const sale = (...lines: OrderLine[]) => ({
    orderId: orderId('many'),
    organizationId: organizationId('acme'),
    channel: 'store' as const,
    billingContactId: ownerOf('acme'),
    paymentMethod: 'card' as const,
    lines,
  });

  it('gets the license of each line by itself, once [P4]', async () => {
    const lines = [orderLine(), orderLine({ product: 'Writer', quota: 7, delivery: 'classic' })];
    await engine.do(new PlaceOrder(sale(...lines), 'dynamsoft', [ownerOf('acme')], contextOf('order')));
    await engine.worker.settle();
    await engine.do(new ProvisionOrder(orderId('many'), contextOf('again')));

    const issued = await Promise.all([0, 1].map((index) => engine.events(of(licenseOfLine(orderId('many'), index)))));
    expect(issued).toMatchObject([
      [{ type: 'LicenseIssued', data: { product: 'Reader', quota: 5, origin: 'purchase', hosting: 'vendor' } }],
      [{ type: 'LicenseIssued', data: { product: 'Writer', quota: 7, delivery: 'classic' } }],
    ]);
  });

  it('is not usable before it is activated, and then for a year [P18][P19][P21]', async () => {
    const license = await bought(engine, 'reader', { line: { delivery: 'classic' } });
    await expect(engine.do(new AddQuota(license, 1, contextOf('too early')))).rejects.toMatchObject({
      code: 'LICENSE_NOT_ACTIVATED',
    });
    await engine.do(new ActivateLicense(license, contextOf('activate', { actor: byOwner })));
    const [, activated, key] = await engine.events(of(license));
    expect(activated?.data).toMatchObject({ mode: 'manual', startsOn: '2026-03-10', expiresOn: '2027-03-10' });
    expect(key).toMatchObject({
      type: 'LicenseKeyGenerated',
      data: { fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    await expect(engine.do(new ActivateLicense(license, contextOf('twice')))).rejects.toMatchObject({
      code: 'LICENSE_ALREADY_ACTIVATED',
    });
  });

  it('that sales enters days later was true on its own day [P6]', async () => {
    const order = { ...sale(orderLine()), channel: 'purchase-order' as const, placedOn: isoDate('2026-03-06') };
    await engine.do(new PlaceOrder(order, 'dynamsoft', [ownerOf('acme')], contextOf('order')));
    const [placed] = await engine.events(`order-${orderId('many')}`);
    const { occurredAt, recordedAt, actor } = placed?.metadata as EventMetadata;
    expect([occurredAt.slice(0, 10), recordedAt.slice(0, 10), actor]).toEqual(['2026-03-06', '2026-03-10', bySales]);
  });

  it('that was imported comes with its license', async () => {
    await engine.imported('elsewhere', { reader: { to: 'elsewhere' } });
    await engine.worker.settle();
    expect(await engine.typesIn(of(licenseOfLine(orderId('reader'), 0)))).toEqual([]);
  });
});

describe('the new license', () => {
  const trackable = (hosting: Hosting) => inUse(engine, 'reader', { line: { delivery: 'trackable', hosting } });
  const codeOf = async (license: LicenseId) => {
    const state = await engine.get(Desk).license(license);
    return 'handshake' in state ? state.handshake?.code : undefined;
  };

  async function renewed(license: LicenseId): Promise<LicenseId> {
    await engine.until('2027-02-10T12:00:00Z');
    const line = { subject: { kind: 'license', id: license } as const, currentExpiresOn: isoDate('2027-03-10') };
    const { renewalId } = await engine.do(new RequestRenewal([line], 'sales', contextOf('request')));
    await engine.do(new ApproveRenewal(renewalId, contextOf('approve')));
    await engine.do(new GenerateInvoice(renewalId, undefined, contextOf('invoice')));
    await engine.worker.settle();
    const renewal = (await engine.events(of(license))).find(({ type }) => type === 'LicenseRenewed');
    return String(renewal?.data['successorId']) as LicenseId;
  }

  async function added(license: LicenseId): Promise<LicenseId> {
    const { newLicenseId } = await engine.do(new AddQuota(license, 3, contextOf('add', { actor: byOwner })));
    await engine.worker.settle();
    return newLicenseId;
  }

  it.each([
    ['a renewal', renewed, 5],
    ['added quota', added, 3],
  ] as const)(
    'of %s is active and configured to the same code by itself, hosted by the vendor [P27][P28][P29][P30][F33][P32][P33][P34][P35]',
    async (_of, made, quota) => {
      const old = await trackable('vendor');
      const license = await made(old);
      expect(await engine.events(of(license))).toMatchObject([
        { type: 'LicenseIssued', data: { quota, predecessorId: old } },
        { type: 'LicenseActivated', data: { mode: 'from-predecessor' } },
        { type: 'HandshakeCodeAssigned', data: { code: await codeOf(old) } },
        { type: 'HandshakeConfigured', data: { code: await codeOf(old), by: { type: 'automation' } } },
      ]);
    },
  );

  it.each([
    ['a renewal', renewed],
    ['added quota', added],
  ] as const)('of %s waits for somebody to configure it, hosted by the customer [P31][P36]', async (_of, made) => {
    const old = await trackable('self');
    const license = await made(old);
    const code = String(await codeOf(old));
    expect(await lastEvent(license)).toMatchObject({ type: 'HandshakeConfigurationRequired', data: { code } });

    await engine.do(new ConfirmConfiguration(license, code, contextOf('confirm', { actor: byOwner })));
    expect(await lastEvent(license)).toMatchObject({ type: 'HandshakeConfigured', data: { code, by: byOwner } });
  });

  it('of added quota is made although nobody was at work when it was bought', async () => {
    const old = await trackable('vendor');
    const { newLicenseId } = await engine.do(new AddQuota(old, 3, contextOf('add')));
    expect(await engine.typesIn(of(newLicenseId))).toEqual([]);
    engine.asleepUntil('2026-04-01T12:00:00Z');
    await engine.worker.settle();
    const [, activated] = await engine.events(of(newLicenseId));
    expect(activated?.data).toMatchObject({ startsOn: '2026-03-10', expiresOn: '2027-03-10' });
  });
});
