import { licenseId, ownerOf } from '../support/samples';
import { Served } from './served';

interface Row {
  readonly licenseId: string;
  readonly expiresOn: string;
}

describe('renewing what a list shows', () => {
  let served: Served;
  beforeEach(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {}, writer: {}, scanner: { anchor: '2025-06-30' } });
    await served.until('2025-12-15T12:00:00Z');
  });
  afterEach(() => served.close());

  const customer = () => served.as('customer', ownerOf('acme'));
  const both = ['reader', 'writer'].map(licenseId).sort();

  const fullLicenses = async (): Promise<readonly Row[]> => {
    const { body } = await customer().get('/licenses').expect(200);
    const items = body.items as { id: string; term: { expiresOn: string } }[];
    return items.map(({ id, term }) => ({ licenseId: id, expiresOn: term.expiresOn }));
  };
  const upcoming = async (): Promise<readonly Row[]> =>
    (await customer().get('/upcoming-renewals?tab=annual').expect(200)).body.items;

  /** Renews those rows in one transaction; answers the licenses that are on its one invoice and were renewed by it. */
  const renewedTogether = async (rows: readonly Row[]): Promise<readonly string[]> => {
    const lines = rows.map(({ licenseId: id, expiresOn }) => ({ licenseId: id, currentExpiresOn: expiresOn }));
    const { body: asked } = await customer().post('/renewals', { lines }).expect(201);
    const renewal = `/renewals/${asked.renewalId}`;
    await customer().post(`${renewal}/approval`).expect(201);
    await served.as('sales').post(`${renewal}/invoice`, {}).expect(201);
    await served.until('2025-12-15T13:00:00Z');
    const { body } = await served.as('sales').get(renewal).expect(200);
    expect(body).toMatchObject({ stage: 'completed', outcome: 'success' });
    const licenses = await Promise.all(rows.map((row) => customer().get(`/licenses/${row.licenseId}`).expect(200)));
    return licenses.filter(({ body: { successor } }) => successor !== undefined).map(({ body: { id } }) => id);
  };
  const of = (ids: readonly string[], rows: readonly Row[]) => rows.filter((row) => ids.includes(row.licenseId));

  it('one of all licenses, by the expiry that its row shows [R8][R9][F27]', async () => {
    const rows = await fullLicenses();
    expect(rows.map(({ expiresOn }) => expiresOn).sort()).toEqual(['2026-03-11', '2026-03-11', '2026-06-30']);
    expect(await renewedTogether(of([licenseId('scanner')], rows))).toEqual([licenseId('scanner')]);
  });

  it('several of all licenses, in one order [R10][F27]', async () => {
    expect(await renewedTogether(of(both, await fullLicenses()))).toEqual(both);
  });

  it('what is chosen of the annual licenses that are due, in a single transaction [R13][R14][F27]', async () => {
    const rows = await upcoming();
    expect(rows.map(({ licenseId: id }) => id).sort()).toEqual(both);
    expect([...(await renewedTogether(rows))].sort()).toEqual(both);
  });
});
