import { Addresses, PasswordLinks, Passwords } from '@renewals/commands';
import { licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const acme = `/organizations/${organizationId('acme')}`;
const reader = `/orders/${orderId('reader')}`;
const writer = `/orders/${orderId('writer')}`;
const bob = { email: 'bob@acme.example', personName: 'Bob' };

let served: Served;
beforeEach(async () => {
  served = await Served.begin({ at: '2026-01-15T12:00:00Z' });
  await served.imported('acme', { reader: {}, writer: {} });
  await served.imported('other', { alien: { to: 'other' } }, 'lansweeper');
});
afterEach(() => served.close());

const owner = () => served.as('customer', ownerOf('acme'));

/** Bob is invited and accepts; answers his contact id. */
async function bobJoins(): Promise<string> {
  const { body } = await owner().post(`${acme}/invitations`, bob).expect(201);
  await served.as('customer', body.contactId).post(`${acme}/invitations/${body.invitationId}/acceptance`).expect(201);
  return body.contactId;
}

describe('the way of a colleague to a license', () => {
  it('has two steps, which the refusal names [F7][F8][F20]', async () => {
    const refused = await owner().post(`${reader}/contacts`, { email: bob.email }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'CONTACT_NOT_LINKED_TO_ORGANIZATION',
      detail: expect.stringMatching(
        /^bob@acme\.example is not linked to your organization and cannot be added to Contacts\. 1\. .+ 2\. /,
      ),
    });

    const id = await bobJoins();
    const license = `/licenses/${licenseId('reader')}`;
    expect((await served.as('customer', id).get(license).expect(403)).body.code).toBe('NOT_AN_ORDER_CONTACT');
    expect(
      (await served.as('customer', id).post(`${reader}/contacts`, { email: bob.email }).expect(403)).body.code,
    ).toBe('NOT_AN_ORDER_CONTACT');

    await owner().post(`${reader}/contacts`, { email: bob.email }).expect(201);
    await served.as('customer', id).get(license).expect(200);
    await served
      .as('customer', id)
      .get(`/licenses/${licenseId('writer')}`)
      .expect(403);

    await owner().post(`${reader}/contacts/${id}/removal`, {}).expect(201);
    await served.as('customer', id).get(license).expect(403);
    await owner().post(`${acme}/contacts/${id}/removal`).expect(201);
    await served.as('customer', id).get(license).expect(404);
    await served.as('customer', id).get(acme).expect(404);
  });

  it('ends where an invitation is over, and begins again with a new one', async () => {
    const { body: first } = await owner().post(`${acme}/invitations`, bob).expect(201);
    const invited = () => served.as('customer', first.contactId);
    served.clock.moveTo(Date.parse('2026-03-15T12:00:00Z'));
    const { body } = await invited().post(`${acme}/invitations/${first.invitationId}/acceptance`).expect(409);
    expect(body.code).toBe('INVITATION_EXPIRED');
    const { body: second } = await owner().post(`${acme}/invitations`, bob).expect(201);
    expect(second.contactId).toBe(first.contactId);
    await invited().post(`${acme}/invitations/${first.invitationId}/acceptance`).expect(409);
    await invited().post(`${acme}/invitations/${second.invitationId}/acceptance`).expect(201);
  });
});

describe('a company', () => {
  it('is seen by its people, with everybody who belongs to it [F12]', async () => {
    const id = await bobJoins();
    const { body } = await served.as('customer', id).get(acme).expect(200);
    expect(body).toMatchObject({
      name: 'acme',
      primaryContactId: ownerOf('acme'),
      contacts: [
        { email: 'owner@acme.example', isPrimary: true },
        { contactId: id, email: bob.email, name: 'Bob', status: 'accepted', passwordSetupRequired: true },
      ],
    });
    await served.as('customer', ownerOf('other')).get(acme).expect(404);
    await served.as('sales', 'sam', 'lansweeper').get(acme).expect(404);
    await served.as('sales', 'sam', 'dynamsoft').get(acme).expect(200);
  });

  it('hands over its primary contact; support does, with a reason, when that person has left [F49][F50]', async () => {
    const contactId = await bobJoins();
    const path = `${acme}/primary-contact`;
    const { body } = await served.as('customer', contactId).post(path, { contactId }).expect(403);
    expect(body.code).toBe('NOT_PRIMARY_CONTACT');
    await owner()
      .post(`${acme}/contacts/${ownerOf('acme')}/removal`)
      .expect(201);
    await served.as('support').post(path, { contactId }).expect(400);
    await served.as('support').post(path, { contactId, reason: 'The owner has left' }).expect(201);
    expect((await served.as('sales').get(acme).expect(200)).body.primaryContactId).toBe(contactId);
  });

  it('has notes, for the vendor’s people only', async () => {
    await served.as('sales').post(`${acme}/notes`, { text: 'One invoice a year' }).expect(201);
    expect((await served.as('support').get(acme).expect(200)).body.notes).toEqual([
      { text: 'One invoice a year', by: 'some sales' },
    ]);
    expect((await owner().get(acme).expect(200)).body).not.toHaveProperty('notes');
  });

  it('is registered before anything is bought, once for an address [P15]', async () => {
    const body = {
      name: 'Newcomer',
      zone: 'Asia/Tokyo',
      email: 'emi@new.example',
      personName: 'Emi',
      policy: 'dynamsoft',
    };
    const { body: opened } = await served.as('service').post('/organizations', body).expect(201);
    const emi = served.as('customer', opened.contactId);
    expect((await emi.get(`/organizations/${opened.organizationId}`).expect(200)).body).toMatchObject({
      name: 'Newcomer',
      via: 'registration',
    });
    expect((await served.as('service').post('/organizations', body).expect(403)).body.code).toBe('NOT_ALLOWED');
    await served
      .as('service')
      .post('/organizations', { ...body, zone: 'Mars/Base' })
      .expect(422);
  });
});

describe('a purchase', () => {
  const buys = (email: string) =>
    served.as('service').post('/organizations', {
      via: 'purchase',
      name: 'Acme',
      zone: 'Europe/Berlin',
      email,
      personName: 'Somebody',
      policy: 'dynamsoft',
    });

  it('with an unknown address opens an account, whose order its owner sees [P12][P13]', async () => {
    const { body: account } = await buys('new@buyer.example').expect(201);
    expect((await buys('new@buyer.example').expect(201)).body).toMatchObject({ contactId: account.contactId });
    const { organizationId: id, contactId } = account;
    const line = {
      product: 'Reader',
      kind: 'annual',
      delivery: 'cloud',
      quota: 1,
      unitPrice: { amountMinor: 100, currency: 'USD' },
    };
    const order = {
      organizationId: id,
      policy: 'dynamsoft',
      channel: 'store',
      billingContactId: contactId,
      contacts: [contactId],
      paymentMethod: 'card',
      lines: [line],
    };
    await served.as('service').post('/orders', order).expect(201);
    await served.until('2026-01-15T12:00:01Z');
    const owner = served.as('customer', contactId);
    expect((await owner.get('/licenses').expect(200)).body.items).toHaveLength(1);
    expect((await owner.get(`/organizations/${id}`).expect(200)).body.contacts[0].passwordSetupRequired).toBe(true);
  });

  it('with the address of an account goes to that account [P11]', async () => {
    const { body: account } = await buys('owner@acme.example').expect(201);
    expect(account).toMatchObject({ organizationId: organizationId('acme'), contactId: ownerOf('acme') });
  });
});

describe('what a person changes of themselves', () => {
  it('is not the e-mail address: the back office does it [F51][F52]', async () => {
    const id = await bobJoins();
    const path = `${acme}/contacts/${id}/email`;
    const { body } = await served.as('customer', id).post(path, { email: 'robert@acme.example' }).expect(403);
    expect(body).toMatchObject({ code: 'EMAIL_CHANGE_NOT_ALLOWED', detail: expect.stringContaining('sales@') });
    await served.as('sales').post(path, { email: 'robert@acme.example' }).expect(201);
    const { body: company } = await owner().get(acme).expect(200);
    expect(company.contacts[1].email).toBe('robert@acme.example');
  });

  it('is the newsletter, apart from the reminders of each order [F43][E3][E19]', async () => {
    const id = await bobJoins();
    await owner().post(`${reader}/contacts`, { email: bob.email }).expect(201);
    await owner().post(`${writer}/contacts`, { email: bob.email }).expect(201);
    const me = served.as('customer', id);
    await me.post(`${acme}/contacts/${id}/newsletter`, { subscribed: true, interests: ['tutorials'] }).expect(201);
    await me.post(`${reader}/reminders-subscription/cancellation`, {}).expect(201);

    const subscribed = async (order: string) =>
      (await me.get(`${order}/reminders-subscription`).expect(200)).body.subscribed;
    expect([await subscribed(reader), await subscribed(writer)]).toEqual([false, true]);
    await me.get(`/licenses/${licenseId('reader')}`).expect(200);
    expect((await me.get(acme).expect(200)).body.contacts[1].newsletter).toEqual({
      subscribed: true,
      interests: ['tutorials'],
    });
    await me.post(`${reader}/reminders-subscription/resumption`, {}).expect(201);
    expect(await subscribed(reader)).toBe(true);
    const others = { contactId: ownerOf('acme') };
    await me.post(`${reader}/reminders-subscription/cancellation`, others).expect(403);
  });

  it('is the account: it is removed by request, by the back office [F53]', async () => {
    const id = await bobJoins();
    await served.as('sales').post(`${acme}/contacts/${id}/erasure`).expect(403);
    await served.as('customer', id).post(`${acme}/contacts/${id}/account-removal`).expect(201);
    await served.as('sales').post(`${acme}/contacts/${id}/erasure`).expect(201);
    await served.until('2026-01-15T13:00:00Z');
    const { body } = await owner().get(acme).expect(200);
    expect(body.contacts[1]).toMatchObject({ contactId: id, status: 'erased' });
    expect(body.contacts[1]).not.toHaveProperty('email');
  });
});

describe('an order', () => {
  it('has its billing contact changed by sales [L4]', async () => {
    await bobJoins();
    const { body } = await owner().post(`${reader}/billing-contact`, { email: bob.email }).expect(403);
    expect(body).toMatchObject({ code: 'NOT_ALLOWED', detail: expect.stringContaining('sales@') });
    await served.as('sales').post(`${reader}/billing-contact`, { email: bob.email }).expect(201);
    const { body: contacts } = await owner().get(`${reader}/contacts`).expect(200);
    expect(contacts.items).toMatchObject([
      { role: 'order', email: 'owner@acme.example', getsReminders: true },
      { role: 'billing', email: bob.email, getsReminders: false },
    ]);
  });

  it('whose last contact unsubscribed is on the list that sales looks after', async () => {
    await owner().post(`${reader}/reminders-subscription/cancellation`, {}).expect(201);
    await served.caughtUp();
    const listed = async (vendor?: string) =>
      (await served.as('sales', 'sam', vendor).get('/order-alerts').expect(200)).body.items;
    expect(await listed()).toEqual([
      { orderId: orderId('reader'), reason: 'no-recipient', raisedAt: '2026-01-15T12:00:00Z' },
    ]);
    expect(await listed('lansweeper')).toEqual([]);
    expect((await owner().get(`${reader}/contacts`).expect(200)).body.alert).toBe(true);
    await owner().post(`${reader}/reminders-subscription/resumption`, {}).expect(201);
    await served.caughtUp();
    expect(await listed()).toEqual([]);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => served.http.post('/accounts/password-link').send({ email, policy: 'dynamsoft' });

  it('is asked for in the same words by who has an account and who has none [P14]', async () => {
    const [known, unknown] = [await ask('owner@acme.example'), await ask('nobody@acme.example')];
    expect([known.status, known.body]).toEqual([202, { status: 'accepted' }]);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(known.headers).sort());
  });

  it('is replaced once by the mailed link [P13][P14]', async () => {
    await ask('owner@acme.example').expect(202);
    const address = served.app.get(Addresses).streamIdOf('owner@acme.example');
    const link = await served.app.get(PasswordLinks).passwordLinkFor(address, served.clock.now());
    const set = (password: string) => served.http.post('/accounts/password').send({ token: link?.token, password });
    expect((await set('correct horse battery').expect(201)).body).toEqual({ status: 'set' });
    expect((await set('another horse battery').expect(409)).body.code).toBe('PASSWORD_LINK_EXPIRED');
    expect(await served.app.get(Passwords).passwordMatches('owner@acme.example', 'correct horse battery')).toBe(
      ownerOf('acme'),
    );
  });
});
