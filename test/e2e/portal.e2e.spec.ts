import { HoldMail } from '@renewals/commands';
import { SERVING, type Serving } from '../../apps/api/src/serving';
import { contextOf, licenseId, ownerOf } from '../support/samples';
import { Person } from './person';
import { Served } from './served';

const id = licenseId('reader');
const page = `/portal/licenses/${id}`;

describe('the pages', () => {
  let served: Served;
  let browser: Person;
  beforeEach(async () => {
    served = await Served.begin();
    browser = new Person(served);
  });
  afterEach(() => served.close());

  const renewalOf = async () => {
    const { text } = await browser.get(page);
    return /name="renewalId" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };

  describe('signing in', () => {
    const issue = () => served.app.get<Serving>(SERVING).links.issue();

    it('takes a button; looking at the link uses nothing up', async () => {
      const secret = issue();
      await served.http.get(`/sign-in/${secret}`).expect(200);
      await served.http.get(`/sign-in/${secret}`).expect(200);
      const { headers } = await served.http.post(`/sign-in/${secret}`).expect(303).expect('location', '/');
      expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
      await served.http.post(`/sign-in/${secret}`).expect(404);
      await served.http.get(`/sign-in/${secret}`).expect(404);
    });

    it('is too late after half an hour', async () => {
      const secret = issue();
      served.clock.moveTo(served.clock.now() + 30 * 60_000);
      await served.http.post(`/sign-in/${secret}`).expect(404);
    });

    it('is asked for on every page, and ends', async () => {
      const { text } = await browser.get('/').expect(401);
      expect(text).toContain('Sign in');
      await browser.signIn();
      await browser.get('/').expect(200);
      const { headers } = await browser.post('/portal/sign-out').expect(303);
      expect(String(headers['set-cookie'])).toMatch(/renewals-session=;/);
    });

    it("is worth nothing to another site's page", async () => {
      await served.imported('acme', { reader: {} });
      await browser.signIn();
      const fields = { currentExpiresOn: '2026-03-11' };
      await browser.post(`${page}/request`, fields).set('sec-fetch-site', 'cross-site').expect(403);
      await browser.post(`${page}/request`, fields).set('sec-fetch-site', 'same-site').expect(403);
      await browser.post(`${page}/request`, fields).set('origin', 'https://evil.example').expect(403);
      await browser.post(`${page}/request`, fields).expect(303);
    });
  });

  it('lead through one renewal, from reminder to start', async () => {
    await served.imported('acme', { reader: {} });
    await served.until('2025-12-11T12:00:00Z');
    await browser.signIn();
    expect((await browser.get('/').expect(200)).text).toContain('acme');
    const { text } = await browser.get(page).expect(200);
    expect(text).toContain('Reminded Owner of acme');
    const [, mail] = /href="(\/portal\/mails\/[^"]+)"/.exec(text) ?? [];
    expect((await browser.get(String(mail)).expect(200)).text).toContain('expires in 90 days');
    const body = await browser.get(`${mail}/html`).expect(200);
    expect(body.headers['content-security-policy']).toContain('sandbox');

    await browser.post(`${page}/request`, { currentExpiresOn: '2026-03-11' }).expect(303).expect('location', page);
    const renewalId = await renewalOf();
    await browser.post(`${page}/approve`, { renewalId }).expect(303);
    await browser.post(`${page}/invoice`, { renewalId }).expect(303);
    await served.until('2026-03-12T12:00:00Z');
    await browser.signIn();

    const done = (await browser.get(page).expect(200)).text;
    expect(done).toContain('New contract started');
    expect(done).toContain('See the license that follows');
    const next = /href="(\/portal\/licenses\/[^"]+)">See the license/.exec(done)?.[1];
    expect((await browser.get(String(next)).expect(200)).text).toContain('Terms of this license');
  });

  it('say why something is refused, where it was tried', async () => {
    await served.imported(
      'acme',
      { reader: { more: { channel: 'quote', recurringBilling: 'enabled' } } },
      'lansweeper',
    );
    await browser.signIn();
    await browser.post(`${page}/request`, { currentExpiresOn: '2026-03-11' }).expect(303);
    const renewalId = await renewalOf();
    await browser.post(`${page}/approve`, { renewalId }).expect(303);
    const { text } = await browser.post(`${page}/invoice`, { renewalId }).expect(409);
    expect(text).toContain('A purchase order or a signed document is needed first');
    const empty = await browser
      .post(`${page}/commit`, { renewalId, kind: 'purchase-order', reference: ' ' })
      .expect(400);
    expect(empty.text).toContain('The reference is empty');
    await browser.post(`${page}/commit`, { renewalId, kind: 'purchase-order', reference: 'PO-9' }).expect(303);
    await browser.post(`${page}/invoice`, { renewalId }).expect(303);
  });

  it('do once what a form sends twice', async () => {
    await served.imported('acme', { reader: {} });
    await browser.signIn();
    const once = /name="once" value="([^"]+)"/.exec((await browser.get(page)).text)?.[1] ?? '';
    await browser.post(`${page}/request`, { once, currentExpiresOn: '2026-03-11' }).expect(303);
    await browser.post(`${page}/request`, { once, currentExpiresOn: '2026-03-11' }).expect(303);
    const { text } = await browser.get(page);
    expect(text.match(/Renewal requested/g)).toHaveLength(1);
  });

  it('write what others gave as text, never as HTML', async () => {
    await served.imported('<script>alert(1)</script>', { reader: { to: '<script>alert(1)</script>' } });
    await browser.signIn();
    for (const path of [page, '/portal/licenses']) {
      const { text } = await browser.get(path).expect(200);
      expect(text).toContain('&lt;script&gt;alert(1)');
      expect(text).not.toContain('<script>alert');
    }
  });

  it('show customers their own, with no word about others', async () => {
    await served.imported('acme', { reader: {} });
    await served.imported('other', { alien: {} });
    await served.until('2025-12-11T12:00:00Z');
    const { text } = await served.as('customer', ownerOf('acme')).get(page).set('accept', 'text/html').expect(200);
    expect(text).toContain('Reminded you');
    expect(text).not.toMatch(/\/portal\/mails|Generate the invoice/);
    const alien = await served.as('customer', ownerOf('acme')).get(`/portal/licenses/${licenseId('alien')}`);
    expect(alien.status).toBe(404);
  });

  it('offer the sample while there is nothing, where somebody can open it', async () => {
    await browser.signIn();
    expect((await browser.get('/').expect(200)).text).toContain('npm start -- --sample');
    await browser.post('/portal/sample').expect(403);
    await browser.post('/portal/clock', { days: '1' }).expect(403);
  });

  it('tell an admin what would go out before mail is released', async () => {
    await served.imported('acme', { reader: { anchor: '2024-12-31' }, writer: { anchor: '2025-03-01' } });
    await served.do(new HoldMail(contextOf('hold')));
    await served.until('2025-12-01T13:00:00Z');
    await browser.signIn();
    const { text } = await browser.get('/').expect(200);
    expect(text).toContain('Mail is held');
    const { body } = await served.as('auditor').get('/go-live').expect(200);
    expect(body).toMatchObject({ mail: 'held' });

    await browser.post('/portal/go-live').expect(303);

    expect((await browser.get('/').expect(200)).text).not.toContain('Mail is held');
    expect((await served.as('sales').get('/go-live').expect(200)).body.mail).toBe('released');
    expect((await served.as('admin').post('/go-live').expect(201)).body.revision).toBe(1);
  });
});

describe('a virtual directory', () => {
  let served: Served;
  beforeAll(async () => (served = await Served.begin({ serving: { mode: 'virtual' } })));
  afterAll(() => served.close());

  it('says so on every page, with its time, and is only read', async () => {
    await served.imported('acme', { reader: {} });
    const { text } = await served.as('admin').get('/').set('accept', 'text/html').expect(200);
    expect(text).toMatch(/Virtual directory.*1 Dec 2025, 12:00 UTC/s);
    const lines = [{ licenseId: id, currentExpiresOn: '2026-03-11' }];
    const { body } = await served.as('sales').post('/renewals', { lines }).expect(403);
    expect(body.detail).toContain('renewals simulate');
    const { text: license } = await served.as('admin').get(page).expect(200);
    expect(license).not.toContain('Request renewal');
  });
});
