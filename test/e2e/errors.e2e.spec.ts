import { StoreUnavailable } from '@renewals/event-store';
import type { Response } from 'supertest';
import { licenseId } from '../support/samples';
import { Served } from './served';

describe('what goes wrong', () => {
  let served: Served;
  const id = licenseId('reader');
  const valid = { lines: [{ licenseId: id, currentExpiresOn: '2026-03-11' }] };

  beforeAll(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {} });
  });
  afterAll(() => served.close());
  afterEach(() => jest.restoreAllMocks());

  const expectProblem = ({ status, type, body }: Response, wanted: number, code: string) => {
    expect([status, type, body.code]).toEqual([wanted, 'application/problem+json', code]);
    expect(body).toMatchObject({ status: wanted, title: expect.any(String), detail: expect.stringMatching(/\.$/) });
    expect(body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(JSON.stringify(body)).not.toMatch(/at .*\.ts|sqlite|node_modules|stack/i);
  };

  it.each([
    ['get', '/nowhere'],
    ['post', '/licenses'],
    ['get', '/licenses/none'],
    ['get', '/licenses/5b0b6c1e-3a55-5d8e-9a52-111111111111'],
    ['get', '/licenses/5b0b6c1e-3a55-5d8e-9a52-111111111111/history'],
    ['get', '/renewals/5b0b6c1e-3a55-5d8e-9a52-111111111111'],
    ['post', '/renewals/none/approval'],
    ['get', '/mails/..%2F..%2Fmaster.key'],
    ['get', '/problems/none'],
  ] as const)('%s %s is not there', async (method, path) => {
    expectProblem(await served.as('admin')[method](path), 404, 'NOT_FOUND');
  });

  it.each(['{bad', '', 'null', '[]', '"text"', '{"lines":[],"lines":"x"}', '{"__proto__":{"role":"admin"}}'])(
    'a body that is %s is refused',
    async (text) => {
      const response = await served.as('sales').post('/renewals').set('content-type', 'application/json').send(text);
      expect(response.type).toBe('application/problem+json');
      expect([400, 422]).toContain(response.status);
      expect(['INVALID_JSON', 'INVALID_INPUT']).toContain(response.body.code);
    },
  );

  it('names each field that is wrong', async () => {
    const response = await served.as('sales').post('/renewals', {
      lines: [{ licenseId: 'x', currentExpiresOn: '11 March', price: 1 }],
      urgent: true,
    });
    expectProblem(response, 400, 'INVALID_INPUT');
    const fields = (response.body.errors as { field: string }[]).map(({ field }) => field);
    expect(fields.sort()).toEqual(['/lines/0/currentExpiresOn', '/lines/0/licenseId', '/lines/0/price', '/urgent']);
  });

  it.each([
    '/licenses?limit=0',
    '/licenses?limit=201',
    '/licenses?limit=many',
    '/licenses?status=lost',
    '/licenses?sort=name',
    '/licenses?cursor=%7B',
    `/licenses?cursor=${Buffer.from('{"license":1}').toString('base64url')}`,
    '/upcoming-renewals?tab=weekly',
    '/reminders',
    '/reminders?license=x',
    `/licenses/${id}?atLeast=-1`,
  ])('GET %s is refused', async (path) => expectProblem(await served.as('sales').get(path), 400, 'INVALID_INPUT'));

  it('a day that the calendar lacks renews nothing', async () => {
    const lines = [{ licenseId: id, currentExpiresOn: '2026-02-31' }];
    expectProblem(await served.as('sales').post('/renewals', { lines }), 409, 'CURRENT_EXPIRY_MISMATCH');
  });

  it('a body that is too large', async () => {
    const response = await served.as('sales').post('/renewals', { lines: 'x'.repeat(600_000) });
    expectProblem(response, 413, 'PAYLOAD_TOO_LARGE');
  });

  it('a body that is no JSON by its own word', async () => {
    const response = await served.as('sales').post('/renewals').type('text/plain').send('lines');
    expectProblem(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(['""', '0', 'W/"0"', '"x"'])('an If-Match that is %s', async (etag) => {
    const { body } = await served.as('sales').post('/renewals', valid).set('idempotency-key', 'if-match');
    const response = await served.as('sales').post(`/renewals/${body.renewalId}/approval`).set('if-match', etag);
    expectProblem(response, 400, 'INVALID_INPUT');
  });

  it('an event store that is away: come back later', async () => {
    const { store } = served.infrastructure;
    jest.spyOn(store, 'append').mockRejectedValue(new StoreUnavailable('ECONNREFUSED 10.0.0.1'));
    const response = await served.as('admin').post('/licenses/' + id + '/recurring-billing/resumption');
    expectProblem(response, 503, 'UNAVAILABLE');
    expect(response.headers['retry-after']).toBe('5');
    expect(JSON.stringify(response.body)).not.toContain('10.0.0.1');
  });

  it('what nobody foresaw says nothing of the inside', async () => {
    jest
      .spyOn(served.infrastructure.store, 'readStream')
      .mockRejectedValue(new Error('SQLITE_CORRUPT in /secret/path'));
    const response = await served.as('auditor').get(`/licenses/${id}/history`);
    expectProblem(response, 500, 'INTERNAL');
    expect(JSON.stringify(response.body)).not.toContain('secret');
  });

  it('each has a page', async () => {
    const { body } = await served.http.get('/nowhere');
    const { text } = await served.http.get(body.type).expect(200).expect('content-type', /html/);
    expect(text).toContain('NOT_FOUND');
  });
});
