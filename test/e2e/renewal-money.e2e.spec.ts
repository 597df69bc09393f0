import { TerminateLicense } from '@renewals/commands';
import { isoDate } from '@renewals/licensing';
import { contextOf, licenseId, ownerOf } from '../support/samples';
import { Served } from './served';

describe('the money of a renewal', () => {
  let served: Served;
  let renewal: string;
  const ids = { reader: licenseId('reader'), writer: licenseId('writer') };
  const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  const payment = (paymentId: string, amountMinor: number) => ({
    paymentId,
    amount: usd(amountMinor),
    method: 'wire',
    paidOn: '2026-03-01',
  });

  /** Two licenses for 60.00 each, invoiced ten days before they end. */
  beforeEach(async () => {
    served = await Served.begin({ at: '2026-03-01T12:00:00Z' });
    await served.imported('acme', { reader: {}, writer: {} });
    const lines = Object.values(ids).map((id) => ({ licenseId: id, currentExpiresOn: '2026-03-11' }));
    const sales = served.as('sales');
    const { body } = await sales.post('/renewals', { lines }).expect(201);
    renewal = `/renewals/${body.renewalId}`;
    await sales.post(`${renewal}/approval`).expect(201);
  });
  afterEach(() => served.close());

  const invoice = () => served.as('sales').post(`${renewal}/invoice`, {}).expect(201);
  const settlement = async () => {
    const { body } = await served.as('sales').get(renewal).expect(200);
    const { status, balance } = body.settlement;
    return [status, balance.open.amountMinor, balance.refundable.amountMinor];
  };
  const refused = async (path: string, body: object) => {
    const answer = await served.as('sales').post(`${renewal}/${path}`, body);
    return [answer.status, answer.body.code];
  };

  it('comes in parts, once for each payment and never more than was invoiced', async () => {
    expect(await refused('payments', payment('P-1', 5000))).toEqual([409, 'INVOICE_REQUIRED']);
    await invoice();
    const sales = served.as('sales');
    await sales.post(`${renewal}/payments`, payment('P-1', 5000)).expect(201);
    await sales.post(`${renewal}/payments`, payment('P-1', 5000)).expect(201);
    expect(await settlement()).toEqual(['partly-paid', 7000, 0]);
    expect(await refused('payments', payment('P-2', 7001))).toEqual([409, 'AMOUNT_EXCEEDS_INVOICE']);
    expect(await refused('payments', { ...payment('P-2', 100), paidOn: '2026-02-30' })).toEqual([422, 'INVALID_DATE']);
    await sales.post(`${renewal}/payments`, payment('P-2', 7000)).expect(201);
    expect(await settlement()).toEqual(['settled', 0, 0]);
  });

  it('that bounces before the start leaves the renewal invoiced and unpaid', async () => {
    await invoice();
    await served.as('service').post(`${renewal}/payments`, payment('P-1', 12_000)).expect(201);
    await served
      .as('sales')
      .post(`${renewal}/payment-reversals`, { paymentId: 'P-1', reason: 'No funds.' })
      .expect(201);
    expect(await settlement()).toEqual(['unpaid', 12_000, 0]);
    await served.until('2026-03-02T12:00:00Z');
    const { body } = await served.as('sales').get('/sales-tasks').expect(200);
    expect(body.items).toEqual([]);
  });

  it('that bounces after the start is a task for sales, who credit the unused days and terminate', async () => {
    await invoice();
    const sales = served.as('sales');
    await sales.post(`${renewal}/payments`, payment('P-1', 12_000)).expect(201);
    await served.until('2026-03-20T12:00:00Z');
    await served
      .as('sales')
      .post(`${renewal}/payment-reversals`, { paymentId: 'P-1', reason: 'No funds.' })
      .expect(201);
    await served.until('2026-03-20T13:00:00Z');

    const { body: tasks } = await served.as('sales').get('/sales-tasks?status=open').expect(200);
    expect(tasks.items).toMatchObject([{ purpose: 'payment-reversed', renewalId: renewal.slice(10), status: 'open' }]);
    const { body: credited } = await served
      .as('sales')
      .post(`${renewal}/credits`, {
        lines: [
          { licenseId: ids.reader, unusedFrom: '2026-04-01' },
          { licenseId: ids.writer, amount: usd(1000) },
        ],
        reason: 'The payment bounced.',
      })
      .expect(201);
    // 345 of 365 days of 60.00.
    expect(await settlement()).toEqual(['unpaid', 12_000 - 5671 - 1000, 0]);
    const { body: read } = await served.as('sales').get(renewal).expect(200);
    expect(read.settlement.credits).toMatchObject([
      { creditId: credited.creditId, lines: [{ amount: usd(5671), unusedFrom: '2026-04-01' }, { amount: usd(1000) }] },
    ]);
    expect(read.settlement.payments).toMatchObject([{ paymentId: 'P-1', reversedBecause: 'No funds.' }]);

    await served.as('sales').post(`/sales-tasks/${tasks.items[0].id}/completion`, { note: 'Terminated.' }).expect(201);
    await served.caughtUp();
    const { body: done } = await served.as('sales').get('/sales-tasks?status=done').expect(200);
    expect(done.items).toMatchObject([{ note: 'Terminated.', doneBy: 'some sales' }]);
  });

  it('is given back at most once', async () => {
    await invoice();
    const sales = served.as('sales');
    await sales.post(`${renewal}/payments`, payment('P-1', 12_000)).expect(201);
    const all = { lines: [{ licenseId: ids.reader, amount: usd(6000) }], reason: 'A mistake.' };
    await sales.post(`${renewal}/credits`, all).expect(201);
    expect(await settlement()).toEqual(['refundable', 0, 6000]);
    expect(await refused('credits', all)).toEqual([409, 'AMOUNT_EXCEEDS_INVOICE']);
    const both = { licenseId: ids.writer, amount: usd(1), unusedFrom: '2026-04-01' };
    expect(await refused('credits', { lines: [both], reason: 'Both.' })).toEqual([400, 'INVALID_INPUT']);
    expect(await refused('credits', { lines: [{ licenseId: ids.writer }], reason: 'Neither.' })).toEqual([
      400,
      'INVALID_INPUT',
    ]);
  });

  it('of a line that could not be renewed is credited by itself', async () => {
    await served.do(new TerminateLicense(ids.writer, isoDate('2026-03-02'), 'closed', contextOf('terminate')));
    await invoice();
    await served.until('2026-03-12T12:00:00Z');
    const { body: read } = await served.as('sales').get(renewal).expect(200);
    expect(read).toMatchObject({ stage: 'completed', outcome: 'partial-failure' });
    expect(read.settlement.credits).toMatchObject([{ lines: [{ licenseId: ids.writer, amount: usd(6000) }] }]);
    expect(await settlement()).toEqual(['unpaid', 6000, 0]);
    const { body: pipeline } = await served.as('sales').get('/pipeline/started').expect(200);
    expect(pipeline.items).toMatchObject([{ lines: 2, open: usd(6000), nextStep: 'pay' }]);
  });

  it('is not for a customer to move, who reads how it stands', async () => {
    await invoice();
    const customer = served.as('customer', ownerOf('acme'));
    await customer.post(`${renewal}/payments`, payment('P-1', 100)).expect(403);
    await served.as('sales').post(`${renewal}/owner`, { owner: 'sam' }).expect(201);
    await served.as('sales').post(`${renewal}/notes`, { text: 'Pays late.' }).expect(201);
    const { body: seen } = await customer.get(renewal).expect(200);
    expect(seen).toMatchObject({ settlement: { status: 'unpaid' } });
    expect(seen).not.toHaveProperty('owner');
    expect(seen).not.toHaveProperty('notes');
    const { body: kept } = await served.as('support').get(renewal).expect(200);
    expect(kept).toMatchObject({ owner: 'sam', notes: ['Pays late.'] });
  });
});
