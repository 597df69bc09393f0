import { licenseId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

let served: Served;

async function begin(): Promise<void> {
  served = await Served.begin({ at: '2026-03-10T12:00:00Z' });
  await served.imported('acme', {});
}

const owner = () => served.as('customer', ownerOf('acme'));
const line = {
  product: 'Reader',
  kind: 'annual',
  delivery: 'cloud',
  quota: 10,
  unitPrice: { amountMinor: 1200, currency: 'USD' },
};
const order = (...lines: object[]) => ({
  organizationId: organizationId('acme'),
  policy: 'dynamsoft',
  channel: 'store',
  billingContactId: ownerOf('acme'),
  contacts: [ownerOf('acme')],
  paymentMethod: 'card',
  lines,
});

async function placed(...lines: object[]): Promise<{ orderId: string; licenseIds: string[] }> {
  const { body } = await served
    .as('service')
    .post('/orders', order(...lines))
    .expect(201);
  await served.until('2026-03-10T12:00:00Z');
  return body;
}

async function inUse(more: object = {}): Promise<string> {
  const { licenseIds } = await placed({ ...line, ...more });
  const [license = ''] = licenseIds;
  await owner().post(`/licenses/${license}/activation`).expect(201);
  await served.caughtUp();
  return license;
}

const read = async (license: string) => (await owner().get(`/licenses/${license}`).expect(200)).body;

describe('buying', () => {
  beforeEach(begin);
  afterEach(() => served.close());

  it('gives each line a license, which the company sees and activates [P10]', async () => {
    const { licenseIds } = await placed(line, { ...line, delivery: 'classic' });
    const { body } = await owner().get('/licenses').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([...licenseIds].sort());
    expect(body.items).toMatchObject([{ status: 'issued' }, { status: 'issued' }]);

    const [, classic = ''] = licenseIds;
    await owner().get(`/licenses/${classic}/key`).expect(404);
    const { body: activated } = await owner().post(`/licenses/${classic}/activation`).expect(201);
    const { body: license } = await owner().get(`/licenses/${classic}?atLeast=${activated.revision}`).expect(200);
    expect(license).toMatchObject({ status: 'active', term: { expiresOn: '2027-03-10' } });
    const { body: key } = await owner().get(`/licenses/${classic}/key`).expect(200);
    expect(key).toEqual({ key: expect.stringMatching(/^(\w{5}-){4}\w{5}$/), fingerprint: license.keyFingerprint });
    await served.as('auditor').get(`/licenses/${classic}/key`).expect(403);
  });

  it('may begin with a quote, which staff find again by its numbers [F37][R18]', async () => {
    const quoted = { ...order(line), channel: 'quote', paymentMethod: 'wire' };
    const { body } = await served.as('sales').post('/orders', quoted).expect(201);
    await served.until('2026-03-10T12:00:01Z');
    const { body: license } = await served.as('support').get(`/licenses/${body.licenseIds[0]}`).expect(200);
    expect(license).toMatchObject({ id: body.licenseIds[0], orderId: body.orderId, product: 'Reader' });
  });

  it('is placed once, however often it is sent', async () => {
    const send = () => served.as('sales').post('/orders', order(line)).set('idempotency-key', 'purchase');
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
  });

  it('is paid in parts, and what bounced is owed again [F39][F41]', async () => {
    const { orderId } = await placed(line);
    const sales = served.as('sales');
    const payment = (amountMinor: number) => ({
      amount: { amountMinor, currency: 'USD' },
      method: 'paypal',
      receivedOn: '2026-03-10',
    });
    const { body } = await sales.post(`/orders/${orderId}/payments`, payment(12000)).expect(201);
    const more = await sales.post(`/orders/${orderId}/payments`, payment(1));
    expect([more.status, more.body.code]).toEqual([400, 'INVALID_INPUT']);
    await sales.post(`/orders/${orderId}/payments/${body.paymentId}/reversal`, { reason: 'no funds' }).expect(201);
    await sales.post(`/orders/${orderId}/payments`, payment(12000)).expect(201);
  });
});

describe('usage and quota', () => {
  beforeEach(begin);
  afterEach(() => served.close());

  it('is shown, told when it is low and exhausted, and found by its state', async () => {
    const license = await inUse();
    const usage = (reportId: string, quantity: number) => ({
      reports: [{ reportId, quantity, usedAt: '2026-03-10T11:00:00Z' }],
    });
    const service = served.as('service');
    expect((await read(license)).usage).toEqual({ used: 0, available: 10, state: 'ample' });
    const { body } = await service.post(`/licenses/${license}/usage-reports`, usage('a', 8)).expect(201);
    expect(body.reports).toEqual([{ reportId: 'a', result: 'recorded' }]);
    await service.post(`/licenses/${license}/usage-reports`, usage('a', 8)).expect(201);
    await served.caughtUp();
    expect((await read(license)).usage).toEqual({ used: 8, available: 10, state: 'low', thresholdCrossed: 80 });

    await service.post(`/licenses/${license}/usage-reports`, usage('b', 2)).expect(201);
    await served.caughtUp();
    expect((await read(license)).usage).toMatchObject({ state: 'exhausted' });
    const found = async (quota: string) => {
      const { body: page } = await served.as('sales').get(`/licenses?quota=${quota}`).expect(200);
      return page.items.map(({ id }: { id: string }) => id);
    };
    expect([await found('exhausted'), await found('low'), await found('ample')]).toEqual([[license], [], []]);

    const { body: added } = await owner().post(`/licenses/${license}/quota-additions`, { quantity: 5 }).expect(201);
    await served.until('2026-03-10T12:00:01Z');
    expect((await read(license)).usage).toEqual({ used: 10, available: 15, state: 'low', thresholdCrossed: 100 });
    expect(await read(added.newLicenseId)).toMatchObject({ origin: 'add-quota', quota: 5, status: 'active' });
  });
});

describe('a handshake code', () => {
  beforeEach(begin);
  afterEach(() => served.close());

  it('is shown, and who hosts it by himself confirms that added quota was configured to it', async () => {
    const license = await inUse({ delivery: 'trackable', hosting: 'self' });
    const { handshake } = await read(license);
    expect(handshake).toEqual({ code: expect.stringMatching(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/), configuration: 'done' });
    const { body } = await owner().post(`/licenses/${license}/quota-additions`, { quantity: 5 }).expect(201);
    await served.until('2026-03-10T12:00:01Z');
    expect((await read(body.newLicenseId)).handshake).toEqual({ code: handshake.code, configuration: 'required' });
    const confirm = (code: string) => owner().post(`/licenses/${body.newLicenseId}/handshake-confirmation`, { code });
    expect((await confirm('OTHER')).body.code).toBe('INVALID_INPUT');
    await confirm(handshake.code).expect(201);
    await served.caughtUp();
    expect((await read(body.newLicenseId)).handshake).toEqual({ code: handshake.code, configuration: 'done' });
  });
});

describe('a trial', () => {
  beforeEach(begin);
  afterEach(() => served.close());

  const wanted = { organizationId: organizationId('acme'), policy: 'dynamsoft', product: 'Reader' };

  it('is requested, activated, lengthened and turned into a purchase, and listed throughout', async () => {
    const { body } = await owner().post('/trials', wanted).expect(201);
    await served.until('2026-03-10T12:00:01Z');
    await owner().post(`/licenses/${body.licenseId}/activation`).expect(201);
    const again = await owner().post('/trials', wanted);
    expect([again.status, again.body.code]).toEqual([409, 'TRIAL_ALREADY_REQUESTED']);
    const early = await owner().post(`/licenses/${body.licenseId}/trial-extensions`);
    expect([early.status, early.body.code]).toEqual([409, 'TRIAL_EXTENSION_TOO_EARLY']);
    await served.until('2026-04-01T12:00:00Z');
    await owner().post(`/licenses/${body.licenseId}/trial-extensions`).expect(201);
    const { licenseIds } = (
      await served
        .as('sales')
        .post('/orders', order({ ...line, convertsTrial: body.licenseId }))
        .expect(201)
    ).body;
    await served.until('2026-04-01T12:00:01Z');
    await owner().post(`/licenses/${licenseIds[0]}/activation`).expect(201);
    await served.until('2026-04-01T12:00:02Z');

    const { body: trials } = await owner().get('/trials').expect(200);
    expect(trials.items).toMatchObject([
      {
        id: body.licenseId,
        status: 'converted',
        trialExtensions: 1,
        convertedTo: { licenseId: licenseIds[0], on: '2026-04-01' },
      },
    ]);
    expect(await read(licenseIds[0])).toMatchObject({ status: 'active', predecessorId: body.licenseId });
    const { body: converted } = await owner().get('/licenses?status=converted').expect(200);
    expect(converted.items).toHaveLength(1);
    const history = await served.as('auditor').get(`/licenses/${licenseIds[0]}/history`).expect(200);
    expect(history.body.items.map(({ type }: { type: string }) => type)).toContain('TrialExtended');
  });

  it('is not for a company of others', async () => {
    await served.imported('other', {});
    const { status, body } = await served.as('customer', ownerOf('other')).post('/trials', wanted);
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('the end of a license', () => {
  beforeEach(begin);
  afterEach(() => served.close());

  it('may be put off by support once it has expired', async () => {
    const license = await inUse();
    const reactivation = { until: '2027-04-30', reason: 'the purchase order is on its way' };
    await served.as('sales').post(`/licenses/${license}/reactivation`, reactivation).expect(403);
    const early = await served.as('support').post(`/licenses/${license}/reactivation`, reactivation);
    expect([early.status, early.body.code]).toEqual([409, 'TERM_OVERLAP']);
    await served.until('2027-03-20T12:00:00Z');
    expect(await read(license)).toMatchObject({ status: 'expired' });
    await served.as('support').post(`/licenses/${license}/reactivation`, reactivation).expect(201);
    await served.until('2027-03-20T12:00:01Z');
    expect(await read(license)).toMatchObject({
      status: 'active',
      term: { startsOn: '2027-03-20', expiresOn: '2027-04-30' },
    });
    await served.until('2027-05-02T12:00:00Z');
    expect(await read(license)).toMatchObject({ status: 'expired' });
  });

  it('decides whether an upgrade is free [F30]', async () => {
    const license = await inUse();
    const eligibility = async () => (await owner().get(`/licenses/${license}/upgrade-eligibility`).expect(200)).body;
    expect(await eligibility()).toEqual({ eligible: true, because: 'license-valid', changesOn: '2027-03-11' });
    await served
      .as('support')
      .post(`/licenses/${license}/termination`, { on: '2026-03-10', reason: 'asked for' })
      .expect(201);
    expect(await eligibility()).toEqual({ eligible: true, because: 'license-valid', changesOn: '2026-03-11' });
    await served.until('2026-03-12T12:00:00Z');
    expect(await eligibility()).toEqual({ eligible: false, because: 'license-not-valid' });
  });
});

describe('bad input', () => {
  let license: string;
  beforeAll(async () => {
    await begin();
    license = await inUse();
  });
  afterAll(() => served.close());

  it.each<[string, object, string]>([
    ['no company', { organizationId: licenseId('none') }, 'NOT_FOUND'],
    ['a stranger', { contacts: [licenseId('none')] }, 'CONTACT_NOT_LINKED_TO_ORGANIZATION'],
    ['no policy', { policy: 'none' }, 'NOT_FOUND'],
    ['a day that lies ahead', { placedOn: '2026-03-12' }, 'INVALID_DATE'],
    ['a day that the calendar lacks', { placedOn: '2026-02-30' }, 'INVALID_DATE'],
    ['no line', { lines: [] }, 'INVALID_INPUT'],
    ['an endless period', { lines: [{ ...line, period: 'P1000Y' }] }, 'INVALID_PERIOD'],
    ['no price', { lines: [{ ...line, unitPrice: undefined }] }, 'INVALID_INPUT'],
    ['a price that is null', { lines: [{ ...line, unitPrice: null }] }, 'INVALID_INPUT'],
    ['a trial', { lines: [{ ...line, kind: 'trial' }] }, 'INVALID_INPUT'],
    ['a reseller that is missing', { channel: 'reseller' }, 'INVALID_INPUT'],
    [
      'maintenance of an annual license',
      { lines: [{ ...line, maintenance: { period: 'P1Y', unitPrice: line.unitPrice } }] },
      'INVALID_INPUT',
    ],
  ])('an order with %s is refused', async (_what, change, code) => {
    const { status, body } = await served.as('sales').post('/orders', { ...order(line), ...change });
    expect([status < 500, body.code]).toEqual([true, code]);
  });

  it.each<[string, object]>([
    ['nothing', { reports: [] }],
    [
      'too much',
      {
        reports: Array.from({ length: 1001 }, (_, id) => ({
          reportId: `${id}`,
          quantity: 1,
          usedAt: '2026-03-10T11:00:00Z',
        })),
      },
    ],
    ['no instant', { reports: [{ reportId: 'a', quantity: 1, usedAt: 'yesterday' }] }],
    ['a half', { reports: [{ reportId: 'a', quantity: 0.5, usedAt: '2026-03-10T11:00:00Z' }] }],
    ['no id', { reports: [{ reportId: '', quantity: 1, usedAt: '2026-03-10T11:00:00Z' }] }],
  ])('usage is not reported with %s', async (_what, body) => {
    const { status, body: problem } = await served.as('service').post(`/licenses/${license}/usage-reports`, body);
    expect([status, problem.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it.each<[string, object]>([
    ['activation', {}],
    ['quota-additions', { quantity: 1 }],
    ['usage-reports', { reports: [{ reportId: 'a', quantity: 1, usedAt: '2026-03-10T11:00:00Z' }] }],
    ['trial-extensions', {}],
    ['handshake-confirmation', { code: 'CODE' }],
  ])('nobody else reaches the license for its %s', async (what, body) => {
    const stranger = served.as('customer', ownerOf('nobody'));
    for (const id of [license, licenseId('none'), 'none']) {
      const { body: problem } = await stranger.post(`/licenses/${id}/${what}`, body);
      expect(problem.code).toBe('NOT_FOUND');
    }
  });

  it.each<[string, object]>([
    ['termination', { on: '2026-03-10' }],
    ['termination', { on: '10 March', reason: 'asked for' }],
    ['reactivation', { until: '2027-04-30', reason: '' }],
    ['reactivation', { reason: 'asked for' }],
    ['quota-additions', { quantity: '5' }],
    ['quota-additions', {}],
    ['handshake-confirmation', { code: 7 }],
  ])('a license has no %s with %j', async (what, body) => {
    const { status, body: problem } = await served.as('support').post(`/licenses/${license}/${what}`, body);
    expect([status, problem.code]).toEqual([400, 'INVALID_INPUT']);
  });
});
