import { licenseId, orderId, organizationId, ownerOf, type Sold } from '../support/samples';
import { Served } from './served';

let served: Served;
beforeEach(async () => (served = await Served.begin()));
afterEach(() => served.close());

const id = licenseId('reader');
const lines = [{ licenseId: id, currentExpiresOn: '2026-03-11' }];
const billed = (more: Sold['more'] = {}): Sold => ({
  more: { channel: 'quote', recurringBilling: 'enabled', ...more },
});

async function stages(): Promise<string> {
  await served.caughtUp();
  const { body } = await served.as('sales').get('/pipeline').expect(200);
  const filled = body.stages.filter(({ totals }: { totals: unknown[] }) => totals.length > 0);
  return filled
    .map(({ stage, totals }: { stage: string; totals: { count: number; amount: { amountMinor: number } }[] }) =>
      totals.map(({ count, amount }) => `${stage} ${count} ${amount.amountMinor}`),
    )
    .flat()
    .join(', ');
}

async function itemIn(stage: string) {
  await served.caughtUp();
  const { body } = await served.as('sales').get(`/pipeline/${stage}`).expect(200);
  return body.items[0];
}

describe('the pipeline of sales', () => {
  it('counts a renewal in the stage that it is in, with its deadline, its owner and the next step', async () => {
    await served.imported('acme', { reader: billed(), writer: billed() }, 'lansweeper');
    await served.until('2025-12-12T12:00:00Z');
    expect(await stages()).toBe('due 2 12000');
    expect(await itemIn('due')).toMatchObject({ cancellationDeadline: '2026-02-08', nextStep: 'request', lines: 1 });

    const sales = served.as('sales');
    const { body } = await sales.post('/renewals', { lines }).expect(201);
    const renewal = `/renewals/${body.renewalId}`;
    await sales.post(`${renewal}/owner`, { owner: 'sam' }).expect(201);
    expect(await stages()).toBe('due 1 6000, requested 1 6000');
    expect(await itemIn('requested')).toMatchObject({ owner: 'sam', nextStep: 'quote', licenseId: id });

    await sales.post(`${renewal}/changes`, { licenseId: id, quota: 8 }).expect(201);
    const { body: quoted } = await sales.post(`${renewal}/quote`, { proforma: true }).expect(201);
    expect(await stages()).toBe('due 1 6000, quoted 1 9600');
    await sales.post(`${renewal}/quote/acceptance`, { quoteId: quoted.quoteId }).expect(201);
    expect(await itemIn('approved')).toMatchObject({ nextStep: 'commit' });
    await sales.post(`${renewal}/commitment`, { kind: 'signed-document', reference: 'D-1' }).expect(201);
    expect(await itemIn('committed')).toMatchObject({ nextStep: 'invoice' });
    await sales.post(`${renewal}/invoice`, {}).expect(201);
    expect(await itemIn('invoiced')).toMatchObject({ nextStep: 'wait-for-start', open: { amountMinor: 9600 } });

    await served.until('2026-03-12T12:00:00Z');
    expect(await stages()).toMatch(/started 1 9600$/);
    expect(await itemIn('started')).toMatchObject({ nextStep: 'pay', renewalId: body.renewalId });
    const { body: next } = await served.as('sales').get(`/licenses/${id}`).expect(200);
    const { body: successor } = await served.as('sales').get(`/licenses/${next.successor.licenseId}`).expect(200);
    expect(successor).toMatchObject({ quota: 8 });
  });

  it('says what somebody must look after: whom mail does not reach', async () => {
    await served.imported('acme', { reader: billed() }, 'dynamsoft');
    await served.until('2025-12-12T12:00:00Z');
    expect(await itemIn('due')).toMatchObject({ alerts: [] });
    const owner = served.as('customer', ownerOf('acme'));
    await owner.post(`/orders/${orderId('reader')}/reminders-subscription/cancellation`, {}).expect(201);
    expect(await itemIn('due')).toMatchObject({ alerts: ['no-recipient'] });
  });

  it('is not for customers, and knows its stages', async () => {
    await served.as('customer', ownerOf('acme')).get('/pipeline').expect(403);
    const { body } = await served.as('sales').get('/pipeline/won').expect(404);
    expect(body.code).toBe('NOT_FOUND');
  });
});

describe('the tasks of sales', () => {
  it('are open from 90 days before, and overdue after 60 [L5]', async () => {
    await served.imported('acme', { reader: billed() }, 'lansweeper');
    await served.until('2025-12-12T12:00:00Z');
    const { body: open } = await served.as('sales').get('/sales-tasks').expect(200);
    expect(open.items).toMatchObject([
      { status: 'open', writeTo: 'billing-contact', licenseId: id, dueOn: '2026-01-10', policy: 'lansweeper' },
    ]);
    await served.until('2026-01-10T22:59:59Z');
    expect((await served.as('sales').get('/sales-tasks?status=overdue').expect(200)).body.items).toEqual([]);
    await served.until('2026-01-10T23:00:00Z');
    const { body: overdue } = await served.as('sales').get('/sales-tasks?status=overdue').expect(200);
    expect(overdue.items).toMatchObject([{ status: 'overdue' }]);
  });

  it('are those of one’s own vendor', async () => {
    await served.imported('acme', { reader: billed() }, 'lansweeper');
    await served.until('2025-12-12T12:00:00Z');
    const stranger = served.as('sales', 'pat', 'dynamsoft');
    expect((await stranger.get('/sales-tasks').expect(200)).body.items).toEqual([]);
    const { body } = await served.as('sales', 'sam', 'lansweeper').get('/sales-tasks').expect(200);
    const [task] = body.items;
    const answer = await stranger.post(`/sales-tasks/${task.id}/completion`, {});
    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('quotes', () => {
  it('are listed for sales and for the contacts of the order, until they are over [R16][R17]', async () => {
    await served.imported('acme', { reader: {} });
    await served.imported('other', { writer: { to: 'other' } });
    const customer = served.as('customer', ownerOf('acme'));
    const { body } = await customer.post('/renewals', { lines }).expect(201);
    await customer.post(`/renewals/${body.renewalId}/quote`, { proforma: true }).expect(201);
    await served.caughtUp();
    const { body: own } = await customer.get('/quotes').expect(200);
    expect(own.items).toMatchObject([
      { proforma: true, status: 'open', validUntil: '2025-12-31', total: { amountMinor: 6000 } },
    ]);
    expect((await served.as('customer', ownerOf('other')).get('/quotes').expect(200)).body.items).toEqual([]);

    await served.until('2026-01-01T12:00:00Z');
    const { body: all } = await served.as('sales').get('/quotes').expect(200);
    expect(all.items).toMatchObject([{ status: 'expired' }]);
    const late = await served
      .as('sales')
      .post(`/renewals/${body.renewalId}/quote/acceptance`, { quoteId: all.items[0].quoteId });
    expect([late.status, late.body.code]).toEqual([409, 'QUOTE_EXPIRED']);
  });
});

describe('the payment provider’s own form', () => {
  const providerForm = { purchaseOrder: 'PO-4711' };

  it('opens the renewal and commits to it [L28]', async () => {
    await served.imported('acme', { reader: billed({ channel: 'payment-provider' }) }, 'lansweeper');
    const { body } = await served.as('service').post('/renewals', { lines, providerForm }).expect(201);
    const { body: renewal } = await served.as('sales').get(`/renewals/${body.renewalId}`).expect(200);
    expect(renewal).toMatchObject({
      source: 'provider-form',
      commitments: [{ kind: 'purchase-order', reference: 'PO-4711' }],
    });
  });

  it('approves in advance what recurring billing has opened on the day of its mail [L21][L28]', async () => {
    await served.imported('acme', { reader: billed({ channel: 'payment-provider' }) }, 'lansweeper');
    await served.until('2026-01-11T12:00:00Z');
    const { body } = await served.as('service').post('/renewals', { lines, providerForm }).expect(201);
    const { body: renewal } = await served.as('sales').get(`/renewals/${body.renewalId}`).expect(200);
    expect(renewal).toMatchObject({
      source: 'automatic',
      stage: 'approved',
      commitments: [{ kind: 'purchase-order', reference: 'PO-4711' }],
    });
    await served.as('sales').post(`/renewals/${body.renewalId}/invoice`, {}).expect(201);
  });

  it('is refused for what sales renews already', async () => {
    await served.imported('acme', { reader: billed({ channel: 'payment-provider' }) }, 'lansweeper');
    await served.as('sales').post('/renewals', { lines }).expect(201);
    const { status, body } = await served.as('service').post('/renewals', { lines, providerForm });
    expect([status, body.code]).toEqual([409, 'RENEWAL_ALREADY_OPEN']);
  });

  it('is no way for what was bought elsewhere, nor for customers', async () => {
    await served.imported('acme', { reader: billed() }, 'lansweeper');
    const elsewhere = await served.as('service').post('/renewals', { lines, providerForm });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'RENEWAL_CHANNEL_NOT_ALLOWED']);
    await served.as('customer', ownerOf('acme')).post('/renewals', { lines, providerForm }).expect(403);
  });
});

describe('a cloud license', () => {
  it.each(['quote', 'payment-provider'] as const)(
    'through %s runs on by itself once it is invoiced, without a key [L16][L35]',
    async (channel) => {
      await served.imported('acme', { reader: billed({ channel }) }, 'lansweeper');
      const { body } = await served.as('sales').post('/renewals', { lines }).expect(201);
      const renewal = `/renewals/${body.renewalId}`;
      await served.as('sales').post(`${renewal}/approval`).expect(201);
      const commitment = { kind: 'purchase-order', reference: 'PO-1' };
      await served.as('sales').post(`${renewal}/commitment`, commitment).expect(201);
      await served.as('sales').post(`${renewal}/invoice`, {}).expect(201);
      await served.until('2026-03-12T12:00:00Z');

      const sales = served.as('sales');
      const { body: old } = await sales.get(`/licenses/${id}`).expect(200);
      const { body: next } = await sales.get(`/licenses/${old.successor.licenseId}`).expect(200);
      expect(next).toMatchObject({ status: 'active', delivery: 'cloud', term: { startsOn: '2026-03-12' } });
      const { body: history } = await sales.get(`/licenses/${next.id}/history`).expect(200);
      const types = (history.items as { type: string }[]).map(({ type }) => type);
      expect(types).toContain('ContractStarted');
      expect(types).not.toContain('LicenseKeyGenerated');
    },
  );
});

describe('what a reseller sold', () => {
  const sold = billed({ channel: 'reseller', resellerId: organizationId('Softline') });

  it('its customer is told to ask the reseller about [L37]', async () => {
    await served.imported('Softline', {}, 'lansweeper');
    await served.imported('acme', { reader: sold }, 'lansweeper');
    await served.until('2026-01-11T12:00:00Z');
    const customer = served.as('customer', ownerOf('acme'));
    const { body: upcoming } = await customer.get('/upcoming-renewals').expect(200);
    expect(upcoming.items).toMatchObject([{ ask: 'reseller', advice: expect.stringContaining('Ask Softline') }]);

    const { renewalId } = upcoming.items[0];
    await served.as('sales').post(`/renewals/${renewalId}/quote`, {}).expect(201);
    const { body: seen } = await customer.get(`/renewals/${renewalId}`).expect(200);
    expect(seen).toMatchObject({ stage: 'quoted', ask: 'reseller' });
    expect(seen).not.toHaveProperty('quote');
    await served.caughtUp();
    expect((await customer.get('/quotes').expect(200)).body.items).toEqual([]);
    const { body: known } = await served.as('sales').get(`/renewals/${renewalId}`).expect(200);
    expect(known).not.toHaveProperty('ask');
    expect(known).toHaveProperty('quote');
  });

  it('its customer cannot renew', async () => {
    await served.imported('Softline', {}, 'lansweeper');
    await served.imported('acme', { reader: sold }, 'lansweeper');
    const { status, body } = await served.as('customer', ownerOf('acme')).post('/renewals', { lines });
    expect([status, body.code]).toEqual([409, 'RENEWAL_CHANNEL_NOT_ALLOWED']);
    expect(body.detail).toContain('Ask Softline');
  });
});
