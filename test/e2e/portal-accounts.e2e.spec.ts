import { organizationId, ownerOf } from '../support/samples';
import { newestMailTo, Person } from './person';
import { Served } from './served';

const password = 'correct horse battery';
const email = 'owner@acme.example';

let served: Served;
let visitor: Person;
beforeEach(async () => {
  served = await Served.begin({ at: '2026-01-15T12:00:00Z' });
  await served.imported('acme', { reader: {} });
  visitor = new Person(served);
});
afterEach(() => served.close());

describe('an invitation', () => {
  const bob = { email: 'bob@acme.example', personName: 'Bob' };
  let ids: { invitationId: string; contactId: string };

  /** The address of the page that the mail leads to. */
  const invited = async (): Promise<string> => {
    const owner = served.as('customer', ownerOf('acme'));
    const { body } = await owner.post(`/organizations/${organizationId('acme')}/invitations`, bob).expect(201);
    ids = body;
    const [, path = ''] =
      /https?:\/\/[^/]+(\/portal\/invitations\/\S+)/.exec(await newestMailTo(served, bob.email)) ?? [];
    return path;
  };
  const statusOfBob = async () => {
    const { body } = await served
      .as('support')
      .get(`/organizations/${organizationId('acme')}`)
      .expect(200);
    return body.contacts.find(({ contactId }: { contactId: string }) => contactId === ids.contactId)?.status;
  };

  it('is looked at by whoever follows the mailed link, and accepted by a button [E8][E9]', async () => {
    const path = await invited();
    expect(await visitor.reads(path)).toMatch(/Owner of acme.*invites you.*Open until 22 Jan 2026, 12:00 UTC/s);
    expect(await statusOfBob()).toBe('invited');

    await visitor.post(path).expect(303).expect('location', path);
    expect(await statusOfBob()).toBe('accepted');
    expect(await visitor.reads(path)).toMatch(/You are a contact of acme.*Set a password/s);
    await visitor.post(path).expect(303);
  });

  it('is nothing to who only knows its ids, such as whoever invited', async () => {
    const path = await invited();
    const ofIds = `/portal/invitations/${organizationId('acme')}/${ids.invitationId}/${ids.contactId}`;
    expect(path.startsWith(`${ofIds}/`)).toBe(true);
    for (const guessed of [`${ofIds}/guessed`, path.replace(ids.contactId, ownerOf('acme'))]) {
      const { text } = await visitor.get(guessed).expect(404);
      expect(text).not.toContain('acme');
      await visitor.post(guessed).expect(404);
    }
    expect(await statusOfBob()).toBe('invited');
  });

  it("is not accepted by a form on another site's page", async () => {
    const path = await invited();
    await visitor.post(path).set('sec-fetch-site', 'cross-site').expect(403);
    expect(await statusOfBob()).toBe('invited');
  });

  it('that is over says so, and what to do', async () => {
    const path = await invited();
    served.clock.moveTo(Date.parse('2026-02-15T12:00:00Z'));
    expect((await visitor.get(path).expect(409)).text).toContain('Ask a contact of the company to invite you again');
    expect((await visitor.post(path).expect(409)).text).toContain('Ask a contact of the company to invite you again');
    expect(await statusOfBob()).toBe('invited');
  });
});

describe('a password', () => {
  const asked = (address: string) => visitor.post('/portal/forgot-password', { email: address, policy: 'dynamsoft' });
  const token = async () => {
    await asked(email).expect(200);
    return /\/portal\/password#(\S+)/.exec(await newestMailTo(served, email))?.[1] ?? '';
  };

  it('is asked for in the same words by who has an account and who has none [P14]', async () => {
    const [known, unknown] = [await asked(email).expect(200), await asked('nobody@acme.example').expect(200)];
    expect(unknown.text).toBe(known.text);
  });

  it('is set by the mailed link, once, and signs in [P13][P14]', async () => {
    const secret = await token();
    expect(await visitor.reads('/portal/password')).toContain('name="token"');
    const short = await visitor.post('/portal/password', { token: secret, password: 'short' }).expect(400);
    expect(short.text).toMatch(/10 to 200 characters/);
    expect(short.text).toContain(secret);

    const set = { token: secret, password };
    await visitor.post('/portal/password', set).expect(303).expect('location', '/sign-in?password=set');
    expect(await visitor.reads('/sign-in?password=set')).toContain('Your password is set');
    const again = await visitor.post('/portal/password', set).expect(409);
    expect(again.text).toContain('Have a new link mailed');

    await visitor.signInWith(email, password);
    expect(await visitor.reads('/')).toContain('Signed in as <strong>customer</strong>');
    expect(await visitor.reads('/portal/licenses')).toContain('acme');
  });

  it('that is wrong is answered as an address without an account', async () => {
    await visitor.post('/portal/password', { token: await token(), password }).expect(303);
    const wrong = await visitor.post('/sign-in', { email, password: 'wrong horse battery' }).expect(401);
    const unknown = await visitor.post('/sign-in', { email: 'nobody@acme.example', password }).expect(401);
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    await visitor.post('/sign-in', { email, password }).set('sec-fetch-site', 'cross-site').expect(403);
  });

  it('leads to the page that a mail named, and to no other server', async () => {
    await visitor.post('/portal/password', { token: await token(), password }).expect(303);
    const { text } = await visitor.get('/portal/licenses').expect(401);
    expect(text).toContain('name="then" value="/portal/licenses"');
    const then = (address: string) => visitor.post('/sign-in', { email, password, then: address }).expect(303);
    await then('/portal/licenses').expect('location', '/portal/licenses');
    await then('//evil.example').expect('location', '/');
  });
});
