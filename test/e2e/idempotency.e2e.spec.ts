import { licenseId } from '../support/samples';
import { Served } from './served';

describe('an Idempotency-Key', () => {
  let served: Served;
  beforeEach(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {}, writer: {} });
  });
  afterEach(() => served.close());

  const linesOf = (name: string) => ({ lines: [{ licenseId: licenseId(name), currentExpiresOn: '2026-03-11' }] });
  const requested = (body: object) => served.as('sales').post('/renewals', body).set('idempotency-key', 'one');

  it('is answered again as it was at first', async () => {
    const { body: first } = await requested(linesOf('reader')).expect(201);
    const end = await served.infrastructure.store.lastPosition();
    const { body: again } = await requested(linesOf('reader')).expect(201);
    expect(again).toEqual(first);
    expect(await served.infrastructure.store.lastPosition()).toBe(end);
  });

  it('says the same whatever the order of the fields', async () => {
    const { body } = await requested(linesOf('reader')).expect(201);
    const key = { 'idempotency-key': 'two' };
    const commit = (text: string) =>
      served
        .as('sales')
        .post(`/renewals/${body.renewalId}/commitment`)
        .set({ ...key, 'content-type': 'application/json' })
        .send(text);
    await commit('{"kind":"purchase-order","reference":"PO-1"}').expect(201);
    await commit('{"reference":"PO-1", "kind":"purchase-order"}').expect(201);
    const { body: other } = await commit('{"kind":"purchase-order","reference":"PO-2"}').expect(422);
    expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('refuses another request under the same key, and does nothing of it', async () => {
    await requested(linesOf('reader')).expect(201);
    const { body } = await requested(linesOf('writer')).expect(422);
    expect(body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', detail: expect.stringMatching(/key of its own\.$/) });
    await served.as('sales').post('/renewals', linesOf('writer')).expect(201);
  });
});
