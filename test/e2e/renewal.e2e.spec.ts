import { licenseId, ownerOf } from '../support/samples';
import { Served } from './served';

describe('one renewal, from reminder to start', () => {
  let served: Served;
  beforeEach(async () => (served = await Served.begin()));
  afterEach(() => served.close());

  const id = licenseId('reader');
  const typesOf = async () => {
    const { body } = await served.as('auditor').get(`/licenses/${id}/history`).expect(200);
    return (body.items as { type: string }[]).map(({ type }) => type);
  };

  it('in the portal of one vendor: the customer asks and agrees, sales invoices [R6]', async () => {
    await served.imported('acme', { reader: {} });
    await served.until('2025-12-12T12:00:00Z');

    const reminders = await served.as('customer', ownerOf('acme')).get(`/reminders?license=${id}`).expect(200);
    expect(reminders.body.items).toMatchObject([{ offset: 90, outcome: 'sent', contactId: ownerOf('acme') }]);
    const due = await served.as('customer', ownerOf('acme')).get('/upcoming-renewals').expect(200);
    expect(due.body.items).toMatchObject([{ licenseId: id, stage: 'due', expiresOn: '2026-03-11', daysLeft: 89 }]);

    const now = served.as('customer', ownerOf('acme'));
    const lines = [{ licenseId: id, currentExpiresOn: '2026-03-11' }];
    const { body: requested } = await now.post('/renewals', { lines }).expect(201);
    const renewal = `/renewals/${requested.renewalId}`;
    const { body: quoted } = await served.as('sales').post(`${renewal}/quote`, {}).expect(201);
    await now.post(`${renewal}/quote/acceptance`, { quoteId: quoted.quoteId }).expect(201);
    await served.as('sales').post(`${renewal}/invoice`, {}).expect(201);
    await served.until('2026-03-12T12:00:00Z');

    const { body: old } = await served.as('sales').get(`/licenses/${id}`).expect(200);
    expect(old).toMatchObject({ status: 'renewed', successor: { startsOn: '2026-03-12' } });
    const { body: next } = await served.as('sales').get(`/licenses/${old.successor.licenseId}`).expect(200);
    expect(next).toMatchObject({
      status: 'active',
      predecessorId: id,
      term: { startsOn: '2026-03-12', expiresOn: '2027-03-11' },
    });
    const { body: done } = await served.as('sales').get(renewal).expect(200);
    expect(done).toMatchObject({ stage: 'completed', outcome: 'success', lines: [{ started: true }] });
    expect(await typesOf()).toEqual(expect.arrayContaining(['ReminderSent', 'RenewalApproved', 'ContractStarted']));
  });

  it('through sales of the other vendor: it opens by itself, and the invoice needs a purchase order first [L17][L19]', async () => {
    await served.imported(
      'acme',
      { reader: { more: { recurringBilling: 'enabled', channel: 'quote' } } },
      'lansweeper',
    );
    await served.until('2026-01-10T12:00:00Z');

    const sales = served.as('sales');
    const { body: license } = await sales.get(`/licenses/${id}`).expect(200);
    expect(license.renewal).toMatchObject({ stage: 'requested' });
    const renewal = `/renewals/${license.renewal.id}`;
    await sales.post(`${renewal}/approval`).expect(201);
    const { body: refused } = await sales.post(`${renewal}/invoice`, {}).expect(409);
    expect(refused).toMatchObject({ code: 'COMMITMENT_REQUIRED', type: '/problems/commitment-required' });
    await sales.post(`${renewal}/commitment`, { kind: 'purchase-order', reference: 'PO-1' }).expect(201);
    const { body: invoiced } = await sales.post(`${renewal}/invoice`, {}).expect(201);
    await served.until('2026-03-12T12:00:00Z');

    const { body: done } = await served.as('sales').get(renewal).expect(200);
    expect(done).toMatchObject({ stage: 'completed', invoice: { invoiceId: invoiced.invoiceId, poNumber: 'PO-1' } });
    expect(done.lines).toMatchObject([{ progress: 'completed', started: true }]);
  });

  it('late: only support says where the new term starts [R22][R24]', async () => {
    await served.imported('acme', { reader: {} });
    await served.until('2026-03-20T12:00:00Z');
    const lines = [{ licenseId: id, currentExpiresOn: '2026-03-11' }];

    const asked = await served.as('customer', ownerOf('acme')).post('/renewals', { lines });
    expect([asked.status, asked.body.code]).toEqual([409, 'LICENSE_EXPIRED_CONTACT_SUPPORT']);
    const support = served.as('support');
    const { body: requested } = await support.post('/renewals', { lines }).expect(201);
    const renewal = `/renewals/${requested.renewalId}`;
    await support.post(`${renewal}/approval`).expect(409);
    await served.as('sales').post(`${renewal}/late-authorization`, { basis: 'from-now' }).expect(403);
    await support.post(`${renewal}/late-authorization`, { basis: 'from-now' }).expect(201);
    await support.post(`${renewal}/approval`).expect(201);
    await served.as('sales').post(`${renewal}/invoice`, {}).expect(201);
    await served.until('2026-03-21T12:00:00Z');

    const { body: old } = await served.as('support').get(`/licenses/${id}`).expect(200);
    expect(old.successor).toMatchObject({ startsOn: '2026-03-20' });
  });

  it('withdrawn: the license is free to be renewed again', async () => {
    await served.imported('acme', { reader: {} });
    const lines = [{ licenseId: id, currentExpiresOn: '2026-03-11' }];
    const sales = served.as('sales');
    const { body: first } = await sales.post('/renewals', { lines }).expect(201);
    const again = await sales.post('/renewals', { lines });
    expect([again.status, again.body.code]).toEqual([409, 'RENEWAL_ALREADY_OPEN']);

    await sales.post(`/renewals/${first.renewalId}/withdrawal`).expect(201);
    await served.until('2025-12-01T12:00:01Z');

    const { body: ended } = await sales.get(`/renewals/${first.renewalId}`).expect(200);
    expect(ended).toMatchObject({ stage: 'withdrawn', withdrawnBecause: 'by-sales' });
    const onIt = await sales.post(`/renewals/${first.renewalId}/approval`);
    expect([onIt.status, onIt.body.code]).toEqual([409, 'RENEWAL_ENDED']);
    await sales.post('/renewals', { lines }).expect(201);
  });

  it('of many licenses: each line is taken or refused by itself', async () => {
    await served.imported('acme', { reader: {}, writer: {} });
    const lines = [
      { licenseId: id, currentExpiresOn: '2026-03-11' },
      { licenseId: licenseId('writer'), currentExpiresOn: '2026-03-10' },
    ];

    const { body } = await served.as('customer', ownerOf('acme')).post('/renewals', { lines }).expect(201);

    expect(body.refused).toEqual([
      { licenseId: licenseId('writer'), kind: 'license', code: 'CURRENT_EXPIRY_MISMATCH' },
    ]);
  });
});
