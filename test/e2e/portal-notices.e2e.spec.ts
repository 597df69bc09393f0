import { licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Person } from './person';
import { Served } from './served';

const lines = [{ licenseId: licenseId('reader'), currentExpiresOn: '2026-03-11' }];

let served: Served;
let sales: Person;
/** A renewal of acme was quoted and approved; nothing happened to the other company. */
beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {} }, 'lansweeper');
  await served.imported('other', { writer: { to: 'other' } });
  const { body } = await served.as('sales').post('/renewals', { lines }).expect(201);
  await served.as('sales').post(`/renewals/${body.renewalId}/quote`, { proforma: true }).expect(201);
  await served.until('2025-12-02T12:00:00Z');
  await served.as('sales').post(`/renewals/${body.renewalId}/approval`, {}).expect(201);
  await served.until('2025-12-03T12:00:00Z');
  await served.caughtUp();
  sales = Person.as(served, 'sales');
});
afterEach(() => served.close());

describe('the notices', () => {
  it('stand beside the mails: what went to whom, or why not, with the mail itself', async () => {
    expect(await sales.reads('/portal/mails')).toContain('href="/portal/notices"');
    const text = await sales.reads('/portal/notices');
    expect(text).toMatch(/Renewal approved.*Owner of acme.*sent.*Quote.*Owner of acme.*sent/s);
    const [, mail = ''] = /href="(\/portal\/mails\/[^"]+)"/.exec(text) ?? [];
    await sales.get(mail).expect(200);
  });

  it('are found from the page of the license, by order, company and contact', async () => {
    const license = await sales.reads(`/portal/licenses/${licenseId('reader')}`);
    const links = [...license.matchAll(/href="(\/portal\/notices\?[^"]+)"/g)].map(([, link = '']) => link);
    expect(links).toEqual([
      `/portal/notices?license=${licenseId('reader')}`,
      `/portal/notices?order=${orderId('reader')}`,
    ]);
    const more = [`?organization=${organizationId('acme')}`, `?contact=${ownerOf('acme')}`];
    for (const path of [...links, ...more.map((query) => `/portal/notices${query}`)]) {
      expect(await sales.reads(path)).toMatch(/Only those.*See all.*Renewal approved.*Quote/s);
    }
    for (const query of [`?license=${licenseId('writer')}`, `?contact=${ownerOf('other')}`]) {
      expect(await sales.reads(`/portal/notices${query}`)).toContain('None of these.');
    }
  });

  it('come page by page, and stay with what was asked for', async () => {
    const first = await sales.reads(`/portal/notices?limit=1&contact=${ownerOf('acme')}`);
    expect(first).toContain('Renewal approved');
    expect(first).not.toContain('Quote');
    const [, next = ''] = /href="([^"]+)">Older ones/.exec(first) ?? [];
    const second = await sales.reads(next.replaceAll('&amp;', '&'));
    expect(second).toContain('Quote');
    expect(second).toContain('to Owner of acme');
    expect(second).not.toMatch(/Renewal approved|Older ones/);
  });

  it('are for the vendor’s people, and asked for by one thing at a time', async () => {
    await Person.as(served, 'customer', ownerOf('acme')).get('/portal/notices').expect(403);
    expect(await Person.as(served, 'customer', ownerOf('acme')).reads('/')).not.toContain('/portal/notices');
    const two = `/portal/notices?license=${licenseId('reader')}&order=${orderId('reader')}`;
    expect((await sales.get(two).expect(400)).text).toContain('Filter by one of them.');
    await sales.get('/portal/notices?contact=nobody').expect(400);
  });
});
