import { orderId } from '../support/samples';
import { Served } from './served';

const move = `/orders/${orderId('reader')}/policy`;

describe('policies', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.begin();
    await served.imported('acme', { reader: {} });
  });
  afterAll(() => served.close());

  const versions = async (vendor?: string) => {
    const { body } = await served.as('sales', 'sam', vendor).get('/policies').expect(200);
    return body.items as { policy: string; policyHash: string; newest: boolean }[];
  };

  it('are listed with every version that orders may keep, to people of one vendor only theirs', async () => {
    expect((await versions()).map(({ policy, newest }) => [policy, newest])).toEqual([
      ['dynamsoft', true],
      ['lansweeper', true],
    ]);
    expect((await versions('lansweeper')).map(({ policy }) => policy)).toEqual(['lansweeper']);
  });

  it('take an order that is moved to them; one that is there already stays', async () => {
    const [newest] = await versions();
    const { body } = await served.as('sales').post(move, { reason: 'agreed' }).expect(201);
    expect(body).toMatchObject({ policy: 'dynamsoft', policyHash: newest?.policyHash });
  });

  it('of another vendor do not', async () => {
    const other = (await versions()).find(({ policy }) => policy === 'lansweeper');
    const body = { reason: 'agreed', policyHash: other?.policyHash };
    const refused = await served.as('sales').post(move, body).expect(403);
    expect(refused.body).toMatchObject({ code: 'NOT_ALLOWED' });
    const foreign = await served.as('sales', 'sam', 'lansweeper').post(move, { reason: 'agreed' }).expect(404);
    expect(foreign.body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, string, object, number, string]>([
    ['without a reason', move, {}, 400, 'INVALID_INPUT'],
    ['with an empty reason', move, { reason: ' ' }, 400, 'INVALID_INPUT'],
    ['with a reason that is too long', move, { reason: 'x'.repeat(201) }, 400, 'INVALID_INPUT'],
    ['with a reason that is no text', move, { reason: 7 }, 400, 'INVALID_INPUT'],
    ['to what is no hash', move, { reason: 'agreed', policyHash: 'newest' }, 400, 'INVALID_INPUT'],
    ['to a version that is on no record', move, { reason: 'agreed', policyHash: 'f'.repeat(64) }, 404, 'NOT_FOUND'],
    ['of an order that there is not', `/orders/${orderId('nobody')}/policy`, { reason: 'agreed' }, 404, 'NOT_FOUND'],
    ['of what is no order', '/orders/seven/policy', { reason: 'agreed' }, 404, 'NOT_FOUND'],
  ])('a move %s is refused', async (_what, path, body, status, code) => {
    const answer = await served.as('sales').post(path, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
