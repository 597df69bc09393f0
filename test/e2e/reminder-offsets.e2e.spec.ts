import { licenseId, organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

let served: Served;
beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {}, writer: {} });
});
afterEach(() => served.close());

const days = (name: string) => `/licenses/${licenseId(name)}/reminder-offsets`;
const ofCompany = `/organizations/${organizationId('acme')}/reminder-offsets`;
const usual = [90, 60, 30, 14, 7, 0];

async function read(name = 'reader') {
  await served.caughtUp();
  return (await served.as('support').get(days(name)).expect(200)).body;
}

describe('reminder days', () => {
  it('are the policy’s, until somebody of the vendor sets the company’s or the license’s', async () => {
    expect(await read()).toEqual({ offsets: usual, from: 'policy', policy: usual });

    const sales = served.as('sales');
    await sales.post(days('reader'), { offsets: [45, 5], reason: 'asked for' }).expect(201);
    const { body } = await sales.post(ofCompany, { offsets: [120, 20], reason: 'budget' }).expect(201);
    expect(body.revision).toEqual(expect.any(Number));
    await served.until(new Date(served.clock.now()).toISOString());

    const own = { license: [45, 5], organization: [120, 20], policy: usual };
    expect(await read()).toEqual({ offsets: [45, 5], from: 'license', ...own });
    expect(await read('writer')).toMatchObject({ offsets: [120, 20], from: 'organization' });

    await sales.post(days('reader'), { reset: true, reason: 'not any more' }).expect(201);
    expect(await read()).toMatchObject({ offsets: [120, 20], from: 'organization' });
    expect(await read()).not.toHaveProperty('license');
  });

  it('are shown to whoever sees the license, and to nobody else', async () => {
    await served.as('customer', ownerOf('acme')).get(days('reader')).expect(200);
    await served.as('customer', ownerOf('globex')).get(days('reader')).expect(404);
  });

  it.each([
    ['no offsets, nor that they are taken back', { reason: 'why' }, 'INVALID_INPUT'],
    ['both', { offsets: [5], reset: true, reason: 'why' }, 'INVALID_INPUT'],
    ['no reason', { offsets: [5] }, 'INVALID_INPUT'],
    ['a blank reason', { offsets: [5], reason: ' ' }, 'INVALID_INPUT'],
    ['offsets out of order', { offsets: [5, 45], reason: 'why' }, 'INVALID_INPUT'],
    ['an offset beyond two years', { offsets: [731], reason: 'why' }, 'INVALID_INPUT'],
    ['an offset that is no number', { offsets: ['soon'], reason: 'why' }, 'INVALID_INPUT'],
  ])('with %s are refused', async (_what, request, code) => {
    for (const path of [days('reader'), ofCompany]) {
      const { status, body } = await served.as('sales').post(path, request);
      expect([status, body.code]).toEqual([400, code]);
    }
    expect(await read()).toMatchObject({ from: 'policy' });
  });
});
