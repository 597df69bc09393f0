import { licenseId, orderId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

let served: Served;
beforeEach(async () => (served = await Served.begin()));
afterEach(() => served.close());

const lines = [{ licenseId: licenseId('reader'), currentExpiresOn: '2026-03-11' }];

/** A renewal of acme that was quoted and approved, told by mail; another company that nothing happened to. */
async function told(): Promise<string> {
  await served.imported('acme', { reader: {} }, 'lansweeper');
  await served.imported('other', { writer: { to: 'other' } });
  const { body } = await served.as('sales').post('/renewals', { lines }).expect(201);
  await served.as('sales').post(`/renewals/${body.renewalId}/quote`, { proforma: true }).expect(201);
  await served.until('2025-12-02T12:00:00Z');
  await served.as('sales').post(`/renewals/${body.renewalId}/approval`, {}).expect(201);
  await served.until('2025-12-03T12:00:00Z');
  await served.caughtUp();
  return body.renewalId;
}

async function kinds(query: string, vendor?: string): Promise<string[]> {
  const { body } = await served.as('support', 'sue', vendor).get(`/notices${query}`).expect(200);
  return body.items.map(({ kind, outcome }: { kind: string; outcome: string }) => `${kind} ${outcome}`);
}

describe('the ledger of notices', () => {
  it('says what was decided about each, newest first', async () => {
    const renewalId = await told();
    const { body } = await served.as('auditor').get('/notices').expect(200);
    expect(body.items).toMatchObject([
      { kind: 'approval', renewalId, recipient: ownerOf('acme'), outcome: 'sent' },
      { kind: 'quote', renewalId, recipient: ownerOf('acme'), outcome: 'sent' },
    ]);
    expect(body.items[0].messageId).toMatch(/^<.+@.+>$/);
    expect(body.nextCursor).toBeUndefined();
  });

  it('is found by license, order, company and contact', async () => {
    await told();
    const both = ['approval sent', 'quote sent'];
    for (const query of [
      `?license=${licenseId('reader')}`,
      `?order=${orderId('reader')}`,
      `?organization=${organizationId('acme')}`,
      `?contact=${ownerOf('acme')}`,
    ]) {
      expect(await kinds(query)).toEqual(both);
    }
    for (const query of [
      `?license=${licenseId('writer')}`,
      `?order=${orderId('writer')}`,
      `?organization=${organizationId('other')}`,
      `?contact=${ownerOf('other')}`,
    ]) {
      expect(await kinds(query)).toEqual([]);
    }
  });

  it('comes page by page', async () => {
    await told();
    const first = await served.as('sales').get('/notices?limit=1').expect(200);
    expect(first.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['approval']);
    const next = await served.as('sales').get(`/notices?limit=1&cursor=${first.body.nextCursor}`).expect(200);
    expect(next.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['quote']);
    expect(next.body.nextCursor).toBeUndefined();
  });

  it('of one vendor is not shown to the people of another', async () => {
    await told();
    expect(await kinds('', 'lansweeper')).toHaveLength(2);
    expect(await kinds('', 'dynamsoft')).toEqual([]);
  });

  it('is asked for by one thing at a time', async () => {
    const query = `?license=${licenseId('reader')}&order=${orderId('reader')}`;
    const { body } = await served.as('sales').get(`/notices${query}`).expect(400);
    expect(JSON.stringify(body)).toContain('Filter by one of them.');
  });
});
