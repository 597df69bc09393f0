import { derivedId } from '@renewals/platform';
import { licenseId } from '../support/samples';
import { Served } from './served';

describe('writing and reading what was written', () => {
  let served: Served;
  const id = licenseId('reader');
  const lines = [{ licenseId: id, currentExpiresOn: '2026-03-11' }];

  beforeEach(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: { more: { recurringBilling: 'enabled' } }, writer: {} });
  });
  afterEach(() => served.close());

  const requested = async () => (await served.as('sales').post('/renewals', { lines }).expect(201)).body;

  it('a read that asks for it shows what was just written', async () => {
    const before = await served.as('sales').get(`/licenses/${id}`).expect(200);
    await requested();
    const { body } = await served
      .as('sales')
      .get(`/licenses/${id}?atLeast=${before.body.revision + 1}`)
      .expect(200);
    expect(body.renewal).toMatchObject({ stage: 'requested' });
  });

  it('a read that asks for what is not written waits in vain, and says when to come back', async () => {
    const response = await served.as('sales').get(`/licenses/${id}?atLeast=99`);
    expect([response.status, response.body.code]).toEqual([503, 'VIEW_BEHIND']);
    expect(response.headers['retry-after']).toBe('1');
  });

  it('the ETag of a read makes a command conditional', async () => {
    const { renewalId } = await requested();
    const read = await served.as('sales').get(`/renewals/${renewalId}`).expect(200);
    const etag = read.headers['etag'] as string;
    expect(etag).toBe(`"${read.body.revision}"`);
    const approval = () => served.as('sales').post(`/renewals/${renewalId}/approval`).set('if-match', etag);

    const first = await approval().expect(201);
    expect(first.body.revision).toBe(read.body.revision + 1);
    expect(first.headers['etag']).toBe(`"${first.body.revision}"`);
    const second = await approval();
    expect([second.status, second.body.code]).toEqual([412, 'REVISION_CONFLICT']);
  });

  it('recurring billing has an ETag of its own', async () => {
    const read = await served.as('sales').get(`/licenses/${id}/recurring-billing`).expect(200);
    expect(read.body.status).toBe('on');
    await served
      .as('sales')
      .post(`/licenses/${id}/recurring-billing/cancellation`)
      .set('if-match', read.headers['etag'] as string)
      .expect(201);
    const after = await served.as('sales').get(`/licenses/${id}/recurring-billing`).expect(200);
    expect(after.body).toEqual({ status: 'cancelled', revision: read.body.revision + 1 });
    await served.as('sales').post(`/licenses/${id}/recurring-billing/resumption`).expect(201);
  });

  it('sent again with its key, a command is answered again and not done again', async () => {
    const send = () => served.as('sales').post('/renewals', { lines }).set('idempotency-key', 'one');
    const first = await send().expect(201);
    const approval = () =>
      served.as('sales').post(`/renewals/${first.body.renewalId}/approval`).set('idempotency-key', 'one');
    const approved = await approval().expect(201);

    expect((await send().expect(201)).body).toEqual(first.body);
    expect((await approval().expect(201)).body).toEqual(approved.body);
    const { body } = await served.as('auditor').get(`/licenses/${id}/history`).expect(200);
    const types = (body.items as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'RenewalRequested' || type === 'RenewalApproved')).toHaveLength(2);
  });

  it("one client's key never meets another's", async () => {
    const send = (subject: string) =>
      served.as('sales', subject).post('/renewals', { lines }).set('idempotency-key', 'one');
    await send('sam').expect(201);
    const other = await send('kim');
    expect([other.status, other.body.code]).toEqual([409, 'RENEWAL_ALREADY_OPEN']);
  });

  it('two at once: one wins, the other is refused cleanly', async () => {
    const both = await Promise.all([1, 2].map(() => served.as('sales').post('/renewals', { lines })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('the history says who it was, and by which command', async () => {
    await served.as('sales', 'maria').post('/renewals', { lines }).set('idempotency-key', 'key').expect(201);
    const { body } = await served.as('auditor').get(`/licenses/${id}/history`).expect(200);
    const entry = (body.items as { type: string }[]).find(({ type }) => type === 'RenewalRequested');
    expect(entry).toMatchObject({
      actor: { type: 'sales', id: 'maria' },
      commandId: derivedId('command', '*', 'sales', 'maria', 'POST /renewals', 'key'),
    });
  });
});
