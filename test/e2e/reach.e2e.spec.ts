import { AddOrderContact, InviteContact, AcceptInvitation, RemoveCompanyContact } from '@renewals/commands';
import type { ContactId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { contextOf, licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const colleague = derivedId('colleague') as ContactId;

describe('what a customer reaches', () => {
  let served: Served;
  const idsOf = (body: { items: { id?: string; licenseId?: string }[] }) =>
    body.items.map(({ id, licenseId: due }) => id ?? due).sort();
  const mine = ['reader', 'writer'].map(licenseId).sort();
  const alien = licenseId('alien');

  beforeEach(async () => {
    served = await Served.begin({ at: '2026-01-15T12:00:00Z' });
    await served.imported('acme', { reader: {}, writer: {} });
    await served.imported('other', { alien: {} }, 'lansweeper');
    const person = { email: 'cory@acme.example', name: 'Cory', contactId: colleague };
    const context = (name: string) => contextOf(name, { actor: { type: 'customer', id: ownerOf('acme') } });
    const { invitationId } = await served.do(
      new InviteContact(organizationId('acme'), person, 'dynamsoft', context('i')),
    );
    await served.do(new AcceptInvitation(organizationId('acme'), invitationId, colleague, context('a')));
    await served.caughtUp();
  });
  afterEach(() => served.close());

  it('is what they are contacts of, in lists and one by one [F3]', async () => {
    const customer = served.as('customer', ownerOf('acme'));
    expect(idsOf((await customer.get('/licenses').expect(200)).body)).toEqual(mine);
    expect(idsOf((await customer.get('/upcoming-renewals').expect(200)).body)).toEqual(mine);
    await customer.get(`/licenses/${mine[0]}`).expect(200);
  });

  it('is nothing of another company: it looks as if it was not there', async () => {
    const customer = served.as('customer', ownerOf('acme'));
    const phantom = '5b0b6c1e-3a55-5d8e-9a52-111111111111';
    for (const path of ['', '/history', '/recurring-billing']) {
      const [theirs, nobodys] = await Promise.all([alien, phantom].map((id) => customer.get(`/licenses/${id}${path}`)));
      expect(theirs?.status).toBe(404);
      expect({ ...theirs?.body, instance: '' }).toEqual({ ...nobodys?.body, instance: '' });
    }
  });

  it('is not the license of an order of the same company: they are told so, with the way in [F2][F15]', async () => {
    const { body } = await served.as('customer', colleague).get(`/licenses/${mine[0]}`).expect(403);
    expect(body).toMatchObject({ code: 'NOT_AN_ORDER_CONTACT', detail: expect.stringContaining('Manage Contacts') });
    expect((await served.as('customer', colleague).get('/licenses').expect(200)).body.items).toEqual([]);
  });

  it('begins when they are added, and ends the moment they leave the company, also where a view has them still [F8][F14]', async () => {
    const added = new AddOrderContact(orderId('reader'), colleague, 'order', 'cory@acme.example', contextOf('add'));
    await served.do(added);
    await served.caughtUp();
    const customer = served.as('customer', colleague);
    expect(idsOf((await customer.get('/licenses').expect(200)).body)).toEqual([licenseId('reader')]);

    await served.do(new RemoveCompanyContact(organizationId('acme'), colleague, contextOf('leave')));

    expect((await customer.get('/licenses').expect(200)).body.items).toEqual([]);
    expect((await customer.get('/upcoming-renewals').expect(200)).body.items).toEqual([]);
    await customer.get(`/licenses/${licenseId('reader')}`).expect(404);
  });

  it('is no renewal of somebody else', async () => {
    const lines = [{ licenseId: alien, currentExpiresOn: '2026-03-11' }];
    const { body } = await served.as('sales').post('/renewals', { lines }).expect(201);
    const customer = served.as('customer', ownerOf('acme'));
    await customer.get(`/renewals/${body.renewalId}`).expect(404);
    await customer.post(`/renewals/${body.renewalId}/approval`).expect(404);
    await customer.post(`/renewals/${body.renewalId}/withdrawal`).expect(404);
    await customer.post('/renewals', { lines }).expect(404);
  });

  it('tells nobody’s name or address', async () => {
    for (const role of ['auditor', 'customer'] as const) {
      const { text } = await served.as(role, ownerOf('acme')).get(`/licenses/${mine[0]}/history`).expect(200);
      expect(text).not.toMatch(/acme\.example|Owner of|\$personal|sealed/);
      expect(text.includes('OrganizationRegistered')).toBe(role === 'auditor');
    }
  });

  it('people of one vendor see nothing of the other', async () => {
    const sales = served.as('sales', 'sam', 'lansweeper');
    expect(idsOf((await sales.get('/licenses').expect(200)).body)).toEqual([alien]);
    expect(idsOf((await sales.get('/upcoming-renewals').expect(200)).body)).toEqual([alien]);
    await sales.get(`/licenses/${mine[0]}`).expect(404);
    const lines = [{ licenseId: mine[0], currentExpiresOn: '2026-03-11' }];
    await sales.post('/renewals', { lines }).expect(404);
  });
});

describe('lists', () => {
  let served: Served;
  const names = Array.from({ length: 7 }, (_, index) => `license ${index}`);
  beforeAll(async () => {
    served = await Served.begin({ at: '2026-01-15T12:00:00Z' });
    const more = { terminatedOn: '2025-06-30' } as never;
    await served.imported('acme', Object.fromEntries(names.map((name) => [name, {}])));
    await served.imported('acme', { ended: { more } });
  });
  afterAll(() => served.close());

  it.each(['/licenses?status=active&limit=3', '/upcoming-renewals?limit=3', '/upcoming-renewals?limit=7'])(
    '%s: page after page, each once',
    async (path) => {
      const seen: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await served
          .as('sales')
          .get(path + cursor)
          .expect(200);
        seen.push(
          ...(body.items as { id?: string; licenseId?: string }[]).map(({ id, licenseId: due }) => id ?? due ?? ''),
        );
        if (body.nextCursor === undefined) break;
        cursor = `&cursor=${body.nextCursor}`;
      }
      expect(seen).toHaveLength(names.length);
      expect(new Set(seen)).toEqual(new Set(names.map(licenseId)));
    },
  );

  it('filters by status', async () => {
    const { body } = await served.as('sales').get('/licenses?status=terminated').expect(200);
    expect(body.items).toMatchObject([{ id: licenseId('ended'), status: 'terminated', terminatedOn: '2025-06-30' }]);
  });
});
