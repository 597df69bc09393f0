import { ImportOrganization, MOST_ORDERS_A_LINK, Streams, UnsubscribeLinks } from '@renewals/commands';
import { type ContactId, orderStream } from '@renewals/licensing';
import { MailFolder } from '@renewals/mail';
import PostalMime, { type Email } from 'postal-mime';
import { licenseId, orderId, organization, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const owner = ownerOf('acme');
const reader = `/orders/${orderId('reader')}`;
const acme = `/organizations/${organizationId('acme')}`;

let served: Served;
/** Reminded of the same order. */
let bob: ContactId;
beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {}, writer: { anchor: '2025-03-14' } });
  bob = await bobJoins();
  await served.until('2025-12-12T12:00:00Z');
});
afterEach(() => served.close());

async function bobJoins(): Promise<ContactId> {
  const me = served.as('customer', owner);
  const bobs = { email: 'bob@acme.example', personName: 'Bob' };
  const { body } = await me.post(`${acme}/invitations`, bobs).expect(201);
  const invited = served.as('customer', body.contactId);
  await invited.post(`${acme}/invitations/${body.invitationId}/acceptance`).expect(201);
  await me.post(`${reader}/contacts`, { email: bobs.email }).expect(201);
  return body.contactId;
}

/** The reminders of the order to that address that were filed so far, the newest first. */
async function remindersOf(order: string, to = 'owner@acme.example'): Promise<Email[]> {
  const folder = new MailFolder(served.infrastructure.directory.mail);
  const filed = (await folder.newest(100)).filter((mail) => mail.to === to);
  const mails = await Promise.all(filed.map(async ({ file }) => PostalMime.parse((await folder.read(file)) ?? '')));
  return mails.filter(({ text }) => text?.includes(`\nOrder: ${orderId(order)}\n`));
}

/** Where the link at the end of the newest reminder leads. */
async function linkIn(order: string, to?: string): Promise<string> {
  const [mail] = await remindersOf(order, to);
  const [, url = ''] = /\nUnsubscribe from this list: (\S+)\s*$/.exec(mail?.text ?? '') ?? [];
  expect(mail?.html).toContain(`href="${url}">Unsubscribe from this list</a>`);
  expect(mail?.headers).toContainEqual(expect.objectContaining({ key: 'list-unsubscribe', value: `<${url}>` }));
  return new URL(url).pathname;
}

const page = (path: string) => served.http.get(path).set('accept', 'text/html');
const press = (path: string) => served.http.post(path).set({ accept: 'text/html', 'sec-fetch-site': 'same-origin' });

async function orderNow() {
  const { state, revision } = await served.app.get(Streams).read(orderStream, orderId('reader'));
  if (state.status !== 'placed') throw new Error('The order was imported');
  return { unsubscribed: Object.fromEntries(state.unsubscribed.entries()), revision };
}

async function decisionsAt(license: string, offset: number) {
  const { body } = await served
    .as('support')
    .get(`/reminders?license=${licenseId(license)}`)
    .expect(200);
  const items: { offset: number; contactId: string; outcome: string; reason?: string }[] = body.items;
  const ofOffset = items.filter((one) => one.offset === offset);
  return Object.fromEntries(ofOffset.map(({ contactId, outcome, reason }) => [contactId, reason ?? outcome]));
}

describe('the link at the end of a reminder', () => {
  it('asks first, as mail scanners follow links too', async () => {
    const link = await linkIn('reader');
    const before = await orderNow();
    const { text } = await page(link).expect(200);
    expect(text).toContain('Unsubscribe?');
    expect(text).toMatch(
      new RegExp(`order\\s+<strong>${orderId('reader')}</strong>\\s+from\\s+<strong>Dynamsoft</strong>`),
    );
    expect(text).toContain('The reminders of your other orders still come.');
    expect(text).not.toMatch(/acme|owner/i);
    await served.http.head(link).expect(200);
    expect(await orderNow()).toEqual(before);
  });

  it('ends the reminders of that order to that person, and nothing else [E15][F46][E19]', async () => {
    const link = await linkIn('reader');
    await press(link).expect(303).expect('location', link);

    expect((await page(link).expect(200)).text).toContain('You are unsubscribed');
    expect((await orderNow()).unsubscribed).toEqual({ [owner]: 'link' });
    await served.until('2026-01-14T12:00:00Z');
    expect(await decisionsAt('reader', 60)).toEqual({ [owner]: 'unsubscribed', [bob]: 'sent' });
    expect(await decisionsAt('writer', 60)).toEqual({ [owner]: 'sent' });
    expect(await remindersOf('reader')).toHaveLength(1);
    expect(await remindersOf('reader', 'bob@acme.example')).toHaveLength(2);
    await served
      .as('customer', owner)
      .get(`/licenses/${licenseId('reader')}`)
      .expect(200);
  });

  it('brings them back, from the same page', async () => {
    const link = await linkIn('reader');
    await press(link).expect(303);
    const { text } = await page(link).expect(200);
    const [, again = ''] = /action="([^"]+)"/.exec(text) ?? [];
    await press(again).expect(303).expect('location', link);

    expect((await page(link).expect(200)).text).toContain('Unsubscribe?');
    expect((await orderNow()).unsubscribed).toEqual({});
    await served.until('2026-01-14T12:00:00Z');
    expect(await decisionsAt('reader', 60)).toEqual({ [owner]: 'sent', [bob]: 'sent' });
  });

  it('is in the billing mail to a reseller, who acts in their own name', async () => {
    const resold = { channel: 'reseller', resellerId: organizationId('dealer'), recurringBilling: 'enabled' } as const;
    await served.do(new ImportOrganization({ ...organization('dealer'), role: 'reseller' }));
    await served.imported('acme', { resold: { more: resold } }, 'lansweeper');
    await served.until('2026-01-11T12:00:00Z');
    await press(await linkIn('resold', 'owner@dealer.example')).expect(303);
    const events = await served.infrastructure.store.readStream(`order-${orderId('resold')}`);
    expect(events.find(({ type }) => type === 'RemindersUnsubscribed')).toMatchObject({
      data: { contactId: ownerOf('dealer'), via: 'link' },
      metadata: { actor: { type: 'reseller', id: ownerOf('dealer') } },
    });
  });

  it('ends them once, however often it is pressed', async () => {
    const link = await linkIn('reader');
    await press(link).expect(303);
    const { revision } = await orderNow();
    await press(link).expect(303);
    expect(await orderNow()).toEqual({ unsubscribed: { [owner]: 'link' }, revision });
  });

  it('is still good a year later, in the newest mail and the oldest', async () => {
    const oldest = await linkIn('reader');
    await served.until('2026-03-11T12:00:00Z');
    expect(await linkIn('reader')).toBe(oldest);
    served.clock.moveTo(Date.parse('2027-03-11T12:00:00Z'));
    await page(oldest).expect(200);
  });

  it('is nothing when it is not whole, changed, or made up, and says nothing then', async () => {
    const link = await linkIn('reader');
    const bobs = await linkIn('reader', 'bob@acme.example');
    expect(bobs).not.toBe(link);
    const token = link.slice('/unsubscribe/'.length);
    const elsewhere = new UnsubscribeLinks(Buffer.alloc(32, 9));
    const forged = [
      token.slice(0, -1),
      `${token}A`,
      `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`,
      token.slice(0, 44) + bobs.slice('/unsubscribe/'.length + 44),
      elsewhere.tokenFor({ kind: 'reminders', orderIds: [orderId('reader')], contactId: owner }),
      'guess',
      '%00',
      'a'.repeat(500),
    ];
    const before = await orderNow();
    for (const path of forged.map((one) => `/unsubscribe/${one}`)) {
      const { text } = await page(path)
        .expect(404)
        .expect('content-type', /^text\/html/);
      expect(text).toContain('Not found');
      expect(text).not.toMatch(new RegExp(`Dynamsoft|${orderId('reader')}|${owner}`));
      await press(path).expect(404);
      await press(`${path}/again`).expect(404);
      await served.http.post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(404);
    }
    expect(await orderNow()).toEqual(before);
  });
});

describe('the one click of a mail program', () => {
  const MULTIPART = [
    '--limit',
    'Content-Disposition: form-data; name="List-Unsubscribe"',
    '',
    'One-Click',
    '--limit--',
    '',
  ].join('\r\n');

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['multipart/form-data; boundary=limit', MULTIPART],
  ])('unsubscribes at once, sent as %s from anywhere, by nobody who is signed in [F46]', async (type, body) => {
    const link = await linkIn('reader');
    const { headers } = await served.http
      .post(link)
      .set({ 'content-type': type, origin: 'null', 'sec-fetch-site': 'cross-site' })
      .send(body)
      .expect(200);
    expect(headers).not.toHaveProperty('location');
    expect((await orderNow()).unsubscribed).toEqual({ [owner]: 'one-click' });
    await served.until('2026-01-14T12:00:00Z');
    expect(await decisionsAt('reader', 60)).toEqual({ [owner]: 'unsubscribed', [bob]: 'sent' });
  });

  it('is the only thing that is taken as multipart/form-data', async () => {
    const type = 'multipart/form-data; boundary=limit';
    const link = await linkIn('reader');
    await served.http.post(link).set('content-type', type).send('no parts').expect(400);
    const authorization = `Bearer ${served.token('sales')}`;
    const elsewhere = served.http.post('/renewals').set({ authorization, 'content-type': type });
    expect((await elsewhere.send(MULTIPART).expect(415)).body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect((await orderNow()).unsubscribed).toEqual({});
  });
});

describe('the link at the end of a newsletter, which another program sends', () => {
  const email = 'carol@elsewhere.example';
  const recipient = async () =>
    (
      await served
        .as('service')
        .get(`/newsletter/recipient?email=${encodeURIComponent(email)}`)
        .expect(200)
    ).body;
  const link = async () => new URL((await recipient()).unsubscribeUrl).pathname;

  beforeEach(() =>
    served.http
      .post('/newsletter/subscriptions')
      .send({ email, interests: ['tutorials'] })
      .expect(202),
  );

  it('is told to that program only, with what is wanted there', async () => {
    expect(await recipient()).toMatchObject({ subscribed: true, interests: ['tutorials'] });
    expect(await link()).toMatch(/^\/unsubscribe\/[\w-]+$/);
    for (const role of ['customer', 'reseller', 'sales', 'auditor'] as const) {
      await served.as(role).get(`/newsletter/recipient?email=${email}`).expect(403);
    }
    expect((await served.as('service').get('/newsletter/recipient?email=carol').expect(400)).body.code).toBe(
      'INVALID_INPUT',
    );
  });

  it('asks, and ends the newsletter at that address, and nothing else [E16][F44]', async () => {
    const { text } = await page(await link()).expect(200);
    expect(text).toContain('no more newsletters');
    expect(text).not.toContain('carol');
    expect(await recipient()).toMatchObject({ subscribed: true });

    await press(await link()).expect(303);

    expect(await recipient()).toMatchObject({ subscribed: false, interests: [] });
    expect((await page(await link()).expect(200)).text).toContain('You are unsubscribed');
    expect((await orderNow()).unsubscribed).toEqual({});
  });

  it('takes the one click of a mail program [F44]', async () => {
    await served.http
      .post(await link())
      .type('form')
      .send({ 'List-Unsubscribe': 'One-Click' })
      .expect(200);
    expect(await recipient()).toMatchObject({ subscribed: false });
  });

  it('leaves the newsletter to somebody who unsubscribes from reminders at the same address', async () => {
    const mine = { email: 'owner@acme.example', interests: ['tutorials'] };
    await served.http.post('/newsletter/subscriptions').send(mine).expect(202);
    await press(await linkIn('reader')).expect(303);
    const { body } = await served.as('service').get(`/newsletter/recipient?email=${mine.email}`).expect(200);
    expect(body.subscribed).toBe(true);
  });
});

describe('the link of a mail about several orders', () => {
  const listed = ['reader', 'writer'].map((name) => orderId(name));
  const link = () =>
    `/unsubscribe/${served.app.get(UnsubscribeLinks).tokenFor({ kind: 'reminders', orderIds: listed, contactId: owner })}`;

  async function unsubscribedIn(orders: readonly string[]): Promise<(string | undefined)[]> {
    const streams = served.app.get(Streams);
    const read = await Promise.all(orders.map((order) => streams.read(orderStream, order)));
    return read.map(({ state }) => (state.status === 'placed' ? state.unsubscribed.get(owner) : undefined));
  }

  it('asks about exactly these orders', async () => {
    const { text } = await page(link()).expect(200);
    for (const order of listed) expect(text).toContain(`<strong>${order}</strong>`);
    expect(text).toContain('Unsubscribe?');
    expect(await unsubscribedIn(listed)).toEqual([undefined, undefined]);
  });

  it('ends their reminders in one click, and those of no other order', async () => {
    await served.imported('acme', { other: {} });
    await served.http.post(link()).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    expect(await unsubscribedIn([...listed, orderId('other')])).toEqual(['one-click', 'one-click', undefined]);
  });

  it('asks while one of them is left, and brings all of them back from the same page', async () => {
    await press(await linkIn('reader')).expect(303);
    expect((await page(link()).expect(200)).text).toContain('Unsubscribe?');
    await press(link()).expect(303);
    expect((await page(link()).expect(200)).text).toContain('You are unsubscribed');
    await press(`${link()}/again`).expect(303);
    expect(await unsubscribedIn(listed)).toEqual([undefined, undefined]);
  });

  it('is whole also when it names as many orders as a link can', async () => {
    const orderIds = Array.from({ length: MOST_ORDERS_A_LINK }, (_, nth) => orderId(`order ${nth}`));
    const token = served.app.get(UnsubscribeLinks).tokenFor({ kind: 'reminders', orderIds, contactId: owner });
    const { text } = await page(`/unsubscribe/${token}`).expect(404);
    expect(text).not.toContain('This link is not whole');
  });
});
