import { licenseOfLine, PlaceOrder, ReportUsage } from '@renewals/commands';
import type { LicenseId, OrderLine } from '@renewals/licensing';
import { orderLine } from '../support/bought';
import { maintained } from '../support/maintained';
import { contextOf, licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Person } from './person';
import { Served } from './served';

let served: Served;
let owner: Person;
let support: Person;
beforeEach(async () => {
  served = await Served.begin({ at: '2026-01-15T12:00:00Z' });
  await served.imported('acme', {});
  owner = Person.as(served, 'customer', ownerOf('acme'));
  support = Person.as(served, 'support');
});
afterEach(() => served.close());

const pageOf = (license: string) => `/portal/licenses/${license}`;

async function bought(line: Partial<OrderLine>, policy = 'dynamsoft'): Promise<LicenseId> {
  const order = {
    orderId: orderId('bought'),
    organizationId: organizationId('acme'),
    channel: 'quote',
    billingContactId: ownerOf('acme'),
    paymentMethod: 'card',
    lines: [orderLine(line)],
  } as const;
  await served.do(new PlaceOrder(order, policy, [ownerOf('acme')], contextOf('order')));
  await served.until('2026-01-15T12:00:00Z');
  await served.caughtUp();
  return licenseOfLine(order.orderId, 0);
}

async function inUse(line: Partial<OrderLine>, policy?: string): Promise<string> {
  const page = pageOf(await bought(line, policy));
  await owner.post(`${page}/activate`).expect(303);
  return page;
}

async function uses(page: string, quantity: number): Promise<void> {
  const license = page.split('/').at(-1) as LicenseId;
  const report = { reportId: `report of ${quantity}`, quantity, usedAt: served.clock.now() };
  await served.do(new ReportUsage(license, [report], contextOf(`use ${quantity}`)));
  await served.caughtUp();
}

describe('the page of a license', () => {
  it('activates it, and then shows its key to who may use it', async () => {
    const page = pageOf(await bought({ delivery: 'classic' }));
    expect(await owner.reads(page)).toMatch(/cannot be used before it is activated.*Activate it/s);
    await owner.post(`${page}/activate`).expect(303).expect('location', page);
    const active = await owner.reads(page);
    expect(active).toMatch(/<code>[0-9A-Z]{5}(-[0-9A-Z]{5}){4}<\/code>/);
    expect(active).toMatch(/free until 15 Jan 2027/);
    expect(await Person.as(served, 'auditor').reads(page)).not.toMatch(/<code>[0-9A-Z]{5}-/);
  });

  it('shows how much of the quota is used, and adds some where customers may [F33]', async () => {
    const page = await inUse({ quota: 10 });
    expect(await owner.reads(page)).toMatch(/<strong>0<\/strong> of <strong>10<\/strong> used/);
    await uses(page, 8);
    expect(await owner.reads(page)).toMatch(/running low.*80 % is passed/s);
    await uses(page, 2);
    expect(await owner.reads(page)).toContain('Nothing is left of it');

    await owner.post(`${page}/add-quota`, { quantity: '5' }).expect(303);
    await served.until('2026-01-15T12:01:00Z');
    owner = Person.as(served, 'customer', ownerOf('acme'));
    const more = await owner.reads(page);
    expect(more).toMatch(/<strong>10<\/strong> of <strong>15<\/strong> used/);
    const [, added = ''] = /5 added by\s+<a href="([^"]+)"/.exec(more) ?? [];
    expect(await owner.reads(added)).toMatch(/It adds quota to.*another license/s);
  });

  it('says whom to write to where sales adds quota [P25][P26]', async () => {
    const page = await inUse({}, 'lansweeper');
    const { text } = await owner.get(page).expect(200);
    expect(text).toContain('Sales adds quota. Write to sales@lansweeper.example.');
    expect(text).not.toContain('name="quantity"');
    expect(await support.reads(page)).toContain('name="quantity"');
  });

  it('keeps the task to configure a self-hosted license open until somebody confirms it [P31]', async () => {
    const page = await inUse({ delivery: 'trackable', hosting: 'self' });
    await owner.post(`${page}/add-quota`, { quantity: '5' }).expect(303);
    await served.until('2026-01-15T12:01:00Z');
    owner = Person.as(served, 'customer', ownerOf('acme'));
    const [, added = ''] = /5 added by\s+<a href="([^"]+)"/.exec(await owner.reads(page)) ?? [];
    const open = await owner.reads(added);
    expect(open).toContain('To be done by hand');
    const [, code = ''] = /name="code" value="([^"]+)"/.exec(open) ?? [];
    await owner.post(`${added}/confirm-handshake`, { code: 'another' }).expect(400);
    await owner.post(`${added}/confirm-handshake`, { code }).expect(303);
    expect(await owner.reads(added)).not.toContain('To be done by hand');
  });

  it('extends a trial when it is about to end, and says why not before and after [F55][F56]', async () => {
    const request = { organizationId: organizationId('acme'), policy: 'dynamsoft', product: 'Reader' };
    const { body } = await served.as('customer', ownerOf('acme')).post('/trials', request).expect(201);
    await served.until('2026-01-15T12:00:00Z');
    const page = pageOf(body.licenseId);
    await owner.post(`${page}/activate`).expect(303);
    const early = await owner.reads(page);
    expect(early).toContain('Ask for its extension from 2026-01-31 on');
    expect(early).not.toContain('/extend-trial');

    for (const at of ['2026-02-10T12:00:00Z', '2026-03-12T12:00:00Z']) {
      await served.until(at);
      owner = Person.as(served, 'customer', ownerOf('acme'));
      expect(await owner.reads(page)).toContain('/extend-trial');
      await owner.post(`${page}/extend-trial`).expect(303);
    }
    const twice = await owner.reads(page);
    expect(twice).toContain('extended 2 times, which is the most');
    expect(twice).not.toContain('/extend-trial');
  });

  it('of a perpetual one tells of its maintenance, and renews that [F31][R19]', async () => {
    const page = pageOf(await maintained(served));
    const text = await owner.reads(page);
    expect(text).toMatch(/support and maintenance end on\s+<strong>15 January 2027<\/strong>/);
    expect(text).toContain('free until 15 Jan 2027');
    await owner.post(`${page}/request-maintenance`, { currentExpiresOn: '2027-01-15' }).expect(303);
    expect(await owner.reads(page)).toContain('It waits for approval.');
  });

  it('after expiry sends customers to support, who renew it late or open it again [R22]', async () => {
    await served.imported('acme', { reader: { anchor: '2025-01-20' } });
    const page = pageOf(licenseId('reader'));
    await served.until('2026-01-25T12:00:00Z');
    const text = await Person.as(served, 'customer', ownerOf('acme')).reads(page);
    expect(text).toContain('Write to support@dynamsoft.example about a late renewal');
    expect(text).not.toMatch(/\/request"|\/reactivate"/);

    support = Person.as(served, 'support');
    expect(await support.reads(page)).toMatch(/\/request".*\/reactivate"/s);
    const reopened = { until: '2026-02-28', reason: 'The purchase order is on its way' };
    await support.post(`${page}/reactivate`, reopened).expect(303);
    expect(await support.reads(page)).toMatch(/Reactivated to 28 Feb 2026/);
  });

  it('shows the invoice of its renewal, and what came in', async () => {
    await served.imported('acme', { reader: { anchor: '2025-03-11' } });
    const page = pageOf(licenseId('reader'));
    await owner.post(`${page}/request`, { currentExpiresOn: '2026-03-11' }).expect(303);
    const [, renewalId = ''] = /name="renewalId" value="([^"]+)"/.exec(await owner.reads(page)) ?? [];
    await owner.post(`${page}/approve`, { renewalId }).expect(303);
    await support.post(`${page}/invoice`, { renewalId }).expect(303);
    expect(await owner.reads(page)).toMatch(/not paid yet.*Open: <strong>USD\s60\.00/s);
    const payment = { amount: { amountMinor: 2000, currency: 'USD' }, method: 'wire', paidOn: '2026-01-15' };
    const paid = { ...payment, paymentId: 'TX-1' };
    await served.as('sales').post(`/renewals/${renewalId}/payments`, paid).expect(201);
    expect(await owner.reads(page)).toMatch(/paid in part.*Paid USD\s20\.00 by wire.*Open: <strong>USD\s40\.00/s);
  });
});
