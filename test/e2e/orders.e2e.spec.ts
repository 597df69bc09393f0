import { AcceptInvitation, AddOrderContact, InviteContact } from '@renewals/commands';
import type { ContactId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { contextOf, licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const colleague = derivedId('colleague') as ContactId;
const order = {
  organizationId: organizationId('acme'),
  policy: 'dynamsoft',
  channel: 'quote',
  billingContactId: ownerOf('acme'),
  contacts: [ownerOf('acme')],
  paymentMethod: 'wire',
  lines: [
    {
      product: 'Reader',
      kind: 'annual',
      delivery: 'cloud',
      quota: 5,
      unitPrice: { amountMinor: 1200, currency: 'USD' },
    },
  ],
};

let served: Served;

beforeEach(async () => {
  served = await Served.begin({ at: '2026-01-15T12:00:00Z' });
  await served.imported('acme', { reader: {}, writer: {} });
  await served.imported('other', { alien: {} }, 'lansweeper');
  const person = { email: 'cory@acme.example', name: 'Cory', contactId: colleague };
  const byOwner = { actor: { type: 'customer', id: ownerOf('acme') } } as const;
  const { invitationId } = await served.do(
    new InviteContact(organizationId('acme'), person, 'dynamsoft', contextOf('i', byOwner)),
  );
  await served.do(new AcceptInvitation(organizationId('acme'), invitationId, colleague, contextOf('a', byOwner)));
  await served.do(new AddOrderContact(orderId('writer'), colleague, 'order', person.email, contextOf('w', byOwner)));
  await served.caughtUp();
});
afterEach(() => served.close());

const owner = () => served.as('customer', ownerOf('acme'));
const idsSeenBy = async (who: ReturnType<Served['as']>, query = '') =>
  (await who.get(`/orders${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id).sort();
const ordersOf = (...names: string[]) => names.map(orderId).sort();

describe('My Orders', () => {
  it('has what was bought for the account, the newest first [P9][P10]', async () => {
    served.clock.moveTo(Date.parse('2026-01-16T12:00:00Z'));
    const { body: placed } = await served.as('sales').post('/orders', order).expect(201);
    await served.caughtUp();
    const { body } = await owner().get('/orders').expect(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      id: placed.orderId,
      organization: { id: organizationId('acme'), name: 'acme' },
      channel: 'quote',
      placedAt: '2026-01-16T12:00:00Z',
      paymentMethod: 'wire',
      total: { amountMinor: 6000, currency: 'USD' },
      paid: { amountMinor: 0, currency: 'USD' },
      alerts: [],
    });
  });

  it('has the orders that one is a contact of, and for staff all of their vendor [F3][F14][F15]', async () => {
    expect(await idsSeenBy(owner())).toEqual(ordersOf('reader', 'writer'));
    expect(await idsSeenBy(served.as('customer', colleague))).toEqual(ordersOf('writer'));
    expect(await idsSeenBy(served.as('customer', ownerOf('other')))).toEqual(ordersOf('alien'));
    expect(await idsSeenBy(served.as('support'))).toEqual(ordersOf('alien', 'reader', 'writer'));
    expect(await idsSeenBy(served.as('sales', 'sam', 'lansweeper'))).toEqual(ordersOf('alien'));
  });

  it('comes in pages, each order on one', async () => {
    const seen: string[] = [];
    let cursor: string | undefined = '';
    do {
      const { body }: { body: { items: { id: string }[]; nextCursor?: string } } = await served
        .as('sales')
        .get(`/orders?limit=1${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      expect(body.items).toHaveLength(1);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(seen.sort()).toEqual(ordersOf('alien', 'reader', 'writer'));
  });

  it('does not have an order whose list one is no longer on, also where a view has them still [F18]', async () => {
    await served.as('support').post(`/organizations/${organizationId('acme')}/contacts/${colleague}/removal`);
    expect(await idsSeenBy(served.as('customer', colleague))).toEqual([]);
  });
});

describe('an order', () => {
  it('is found by its id, with its licenses, payments and people [R18]', async () => {
    const amount = { amountMinor: 6000, currency: 'USD' };
    const { body: payment } = await served
      .as('sales')
      .post(`/orders/${orderId('reader')}/payments`, { amount, method: 'wire', receivedOn: '2026-01-14' })
      .expect(201);
    const { body, headers } = await served
      .as('support')
      .get(`/orders/${orderId('reader')}?atLeast=${payment.revision}`)
      .expect(200);
    expect(headers['etag']).toBe(`"${payment.revision}"`);
    expect(body).toMatchObject({
      id: orderId('reader'),
      externalId: 'reader',
      policy: { id: 'dynamsoft', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      paid: amount,
      payments: [{ id: payment.paymentId, amount, method: 'wire', receivedOn: '2026-01-14', reversed: false }],
      contacts: [
        { role: 'order', contactId: ownerOf('acme'), email: 'owner@acme.example' },
        { role: 'billing', contactId: ownerOf('acme') },
      ],
      licenses: [{ id: licenseId('reader'), status: 'active', orderId: orderId('reader') }],
    });
  });

  it('is shown to its contacts, whose colleagues are told how to become one [F2][F8][F25]', async () => {
    await owner()
      .get(`/orders/${orderId('reader')}`)
      .expect(200);
    const { body } = await served
      .as('customer', colleague)
      .get(`/orders/${orderId('reader')}`)
      .expect(403);
    expect(body).toMatchObject({ code: 'NOT_AN_ORDER_CONTACT', detail: expect.stringMatching(/1\. .+ 2\. /) });
  });

  it.each([
    ['a stranger', 'customer', ownerOf('other'), undefined],
    ["another vendor's people", 'sales', 'sam', 'lansweeper'],
  ] as const)('does not exist for %s', async (_who, role, subject, vendor) => {
    const { body } = await served
      .as(role, subject, vendor)
      .get(`/orders/${orderId('reader')}`)
      .expect(404);
    expect(body.code).toBe('NOT_FOUND');
  });

  it('that nobody placed is not found', async () => {
    for (const id of ['none', '5b0b6c1e-3a55-5d8e-9a52-111111111111']) {
      await served.as('support').get(`/orders/${id}`).expect(404);
    }
  });
});
