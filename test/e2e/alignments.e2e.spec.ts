import { licenseId, ownerOf } from '../support/samples';
import { Served } from './served';

describe('alignments', () => {
  let served: Served;
  beforeEach(async () => {
    served = await Served.begin({ at: '2026-02-01T12:00:00Z' });
    await served.imported('acme', { reader: {}, writer: { anchor: '2025-09-01' } });
    await served.imported('other', { scanner: { to: 'other' } });
  });
  afterEach(() => served.close());

  const named = (...names: string[]) => names.map((name) => ({ licenseId: licenseId(name) }));
  const support = () => served.as('support');
  const owner = (of = 'acme') => served.as('customer', ownerOf(of));
  const propose = (targetDate: string, lines: object[]) => support().post('/alignments', { targetDate, lines });
  const endOf = async (name: string) => (await support().get(`/licenses/${licenseId(name)}`)).body.term.expiresOn;

  it('are proposed by support, approved by the customer and then applied by themselves [R26]', async () => {
    const { body, headers } = await propose('2026-12-31', named('reader', 'writer')).expect(201);
    expect(body.alignment).toMatchObject({
      status: 'proposed',
      targetDate: '2026-12-31',
      lines: [
        { currentExpiresOn: '2026-03-11', days: 295, amount: { amountMinor: 4849, currency: 'USD' }, shortens: false },
        { currentExpiresOn: '2026-09-01', days: 121, amount: { amountMinor: 1989 }, shortens: false },
      ],
      charged: { amountMinor: 6838, currency: 'USD' },
      credited: { amountMinor: 0 },
    });
    const alignment = String(headers['location']);
    await owner().post(`${alignment}/approval`, {}).expect(201);
    await served.until('2026-02-01T12:00:01Z');

    const { body: applied } = await owner().get(alignment).expect(200);
    expect(applied).toMatchObject({ status: 'applied', lines: [{ outcome: 'aligned' }, { outcome: 'aligned' }] });
    await served.caughtUp();
    expect([await endOf('reader'), await endOf('writer')]).toEqual(['2026-12-31', '2026-12-31']);
    await support().post(`${alignment}/application`).expect(201);
  });

  it("wait for support's choice where somebody would lose days", async () => {
    const { body } = await propose('2026-03-11', named('reader', 'writer')).expect(201);
    const alignment = `/alignments/${body.alignment.id}`;
    expect(body.alignment.lines[1]).toMatchObject({ days: -174, amount: { amountMinor: -2860 }, shortens: true });
    const refused = await owner().post(`${alignment}/approval`, {}).expect(403);
    expect(refused.body.detail).toContain('would lose 174 days');

    const choices = [{ ...named('writer')[0], shortening: 'credit' }];
    await owner().post(`${alignment}/approval`, { choices }).expect(403);
    await support().post(`${alignment}/approval`, { choices }).expect(201);
    const { body: chosen } = await owner().get(alignment).expect(200);
    expect(chosen).toMatchObject({ charged: { amountMinor: 0 }, credited: { amountMinor: 2860 } });
    expect(chosen.lines[1]).toMatchObject({ shortening: 'credit' });
  });

  it('are withdrawn by the vendor, before they are approved', async () => {
    const { body } = await propose('2026-12-31', named('reader')).expect(201);
    const alignment = `/alignments/${body.alignment.id}`;
    await owner().post(`${alignment}/withdrawal`).expect(403);
    await support().post(`${alignment}/withdrawal`).expect(201);
    expect((await support().get(alignment)).body).toMatchObject({ status: 'withdrawn' });
    await owner().post(`${alignment}/approval`, {}).expect(403);
  });

  it('are nobody else’s to see, propose or approve', async () => {
    const { body } = await propose('2026-12-31', named('reader')).expect(201);
    const alignment = `/alignments/${body.alignment.id}`;
    await owner('other').get(alignment).expect(404);
    await owner('other').post(`${alignment}/approval`, {}).expect(404);
    await served.as('support', 'sue', 'lansweeper').get(alignment).expect(404);
    await owner()
      .post('/alignments', { targetDate: '2026-12-31', lines: named('reader') })
      .expect(403);
    await support().get('/alignments/nonsense').expect(404);
  });

  it('refuse dates and lines that cannot be, with a way out', async () => {
    const codeOf = async (targetDate: string, lines: object[]) => (await propose(targetDate, lines)).body.code;
    expect(await codeOf('2026-02-01', named('reader'))).toBe('INVALID_DATE');
    expect(await codeOf('2026-02-30', named('reader'))).toBe('INVALID_DATE');
    expect(await codeOf('2026-12-31', named('reader', 'reader'))).toBe('INVALID_INPUT');
    expect(await codeOf('2026-12-31', named('reader', 'scanner'))).toBe('INVALID_INPUT');
    expect(await codeOf('2026-12-31', named('nobody'))).toBe('NOT_FOUND');
    expect(await codeOf('2026-12-31', [{ ...named('reader')[0], kind: 'maintenance' }])).toBe('NOT_FOUND');
    expect(await codeOf('2026-12-31', [])).toBe('INVALID_INPUT');
  });
});
