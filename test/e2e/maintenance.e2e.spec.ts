import type { LicenseId } from '@renewals/licensing';
import { maintained } from '../support/maintained';
import { licenseId, ownerOf } from '../support/samples';
import { Served } from './served';

/** Two perpetual licenses, bought and activated on 2025-03-11, and an annual one that ends on the same day. */
describe('maintenance of perpetual licenses', () => {
  let served: Served;
  let viewer: LicenseId;
  let editor: LicenseId;
  beforeEach(async () => {
    served = await Served.begin({ at: '2025-03-11T12:00:00Z' });
    await served.imported('acme', { reader: {} });
    viewer = await maintained(served, 'viewer');
    editor = await maintained(served, 'editor');
    await served.until('2026-02-01T12:00:00Z');
  });
  afterEach(() => served.close());

  const owner = () => served.as('customer', ownerOf('acme'));
  const page = (path: string) => owner().get(path).set('accept', 'text/html').expect(200);
  const line = (id: LicenseId, kind?: string) => ({
    licenseId: id,
    currentExpiresOn: '2026-03-11',
    ...(kind && { kind }),
  });

  it('is due on a tab of its own [R20]', async () => {
    const { body } = await owner().get('/upcoming-renewals?tab=maintenance').expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({
      kind: 'maintenance',
      expiresOn: '2026-03-11',
      daysLeft: 38,
      amount: { amountMinor: 80000, currency: 'USD' },
      stage: 'due',
    });
    const annual = await owner().get('/upcoming-renewals').expect(200);
    expect(annual.body.items).toMatchObject([{ licenseId: licenseId('reader'), kind: 'license' }]);

    const { text } = await page('/?tab=maintenance');
    expect(text).toMatch(/aria-current="page">Renew Support and Maintenance</);
    expect(text).toContain(`/portal/licenses/${viewer}`);
    expect((await page('/')).text).toMatch(/aria-current="page">Renew Annual License</);
  });

  it('is renewed for several licenses in one transaction, and runs on without a day between [R19][R21][F27]', async () => {
    const lines = [line(viewer, 'maintenance'), line(editor, 'maintenance'), line(licenseId('reader'))];
    const { body: requested } = await owner().post('/renewals', { lines }).expect(201);
    const renewal = `/renewals/${requested.renewalId}`;
    await owner().post(`${renewal}/approval`).expect(201);
    await served.as('sales').post(`${renewal}/invoice`, {}).expect(201);
    await served.until('2026-03-12T12:00:00Z');

    const { body: done } = await owner().get(renewal).expect(200);
    expect(done).toMatchObject({
      outcome: 'success',
      invoice: { total: { amountMinor: 2 * 80000 + 6000 } },
      lines: [
        { licenseId: viewer, kind: 'maintenance', progress: 'completed', started: true },
        { licenseId: editor, kind: 'maintenance', progress: 'completed', started: true },
        { licenseId: licenseId('reader'), kind: 'license', progress: 'completed', started: true },
      ],
    });
    const { body: license } = await owner().get(`/licenses/${viewer}`).expect(200);
    expect(license).toMatchObject({
      status: 'active',
      maintenance: { startsOn: '2025-03-11', expiresOn: '2027-03-11', valid: true },
    });
    expect(license).not.toHaveProperty('renewal');
    const { body: due } = await owner().get('/upcoming-renewals?tab=maintenance').expect(200);
    expect(due.items).toEqual([]);
  });

  it('says which line was refused, and why', async () => {
    const lines = [line(viewer), line(editor, 'maintenance'), line(licenseId('reader'), 'maintenance')];
    const { body } = await owner().post('/renewals', { lines }).expect(201);
    expect(body.refused).toEqual([
      { licenseId: viewer, kind: 'license', code: 'CURRENT_EXPIRY_MISMATCH' },
      { licenseId: licenseId('reader'), kind: 'maintenance', code: 'NOT_FOUND' },
    ]);
    const { body: wrong } = await owner()
      .post('/renewals', { lines: [line(viewer, 'support')] })
      .expect(400);
    expect(wrong.code).toBe('INVALID_INPUT');
  });

  it('lapses when nobody renews it, and then leads to support [R22][R23]', async () => {
    await served.until('2026-03-12T12:00:00Z');
    const { body: license } = await owner().get(`/licenses/${viewer}`).expect(200);
    expect(license).toMatchObject({ status: 'active', maintenance: { expiresOn: '2026-03-11', valid: false } });
    const { body: problem } = await owner()
      .post('/renewals', { lines: [line(viewer, 'maintenance')] })
      .expect(409);
    expect(problem).toMatchObject({ code: 'LICENSE_EXPIRED_CONTACT_SUPPORT' });
    const { body: history } = await served.as('auditor').get(`/licenses/${viewer}/history`).expect(200);
    const types = (history.items as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['MaintenanceStarted', 'ReminderSent', 'MaintenanceLapsed']));
  });

  it('is renewed on the page of its license', async () => {
    const path = `/portal/licenses/${viewer}`;
    expect((await page(path)).text).toContain('Renew support and maintenance');
    const form = owner().post(`${path}/request-maintenance`).type('form').set('accept', 'text/html');
    await form.send({ currentExpiresOn: '2026-03-11' }).expect(303).expect('location', path);
    expect((await page(path)).text).toContain('It waits for approval.');
  });
});
