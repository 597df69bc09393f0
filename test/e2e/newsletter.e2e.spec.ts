import type { NewsletterInterest } from '@renewals/licensing';
import { organizationId, ownerOf } from '../support/samples';
import { Served } from './served';

const email = 'owner@acme.example';
const acme = `/organizations/${organizationId('acme')}`;
let served: Served;

beforeEach(async () => {
  served = await Served.begin();
  await served.imported('acme', { reader: {} });
});
afterEach(() => served.close());

const subscribe = (to: string, ...interests: NewsletterInterest[]) =>
  served.http.post('/newsletter/subscriptions').send({ email: to, interests });
const owner = () => served.as('customer', ownerOf('acme'));
const preferences = async () => (await owner().get(acme).expect(200)).body.contacts[0].newsletter;
describe('the newsletter', () => {
  it('is for anybody, and does not say who is known [E2][E3]', async () => {
    const [known, unknown] = [await subscribe(email, 'tutorials'), await subscribe('x@else.example', 'tutorials')];
    expect([known.status, known.body]).toEqual([202, { status: 'accepted' }]);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  });

  it('is one for an address and its account: what a visitor asks for is added [F43]', async () => {
    await owner().post(`${acme}/contacts/${ownerOf('acme')}/newsletter`, {
      subscribed: true,
      interests: ['tutorials'],
    });
    await subscribe('Owner@ACME.example', 'product-news').expect(202);
    expect(await preferences()).toEqual({ subscribed: true, interests: ['product-news', 'tutorials'] });
  });

  it('follows the person to a new address, and stays with nobody at the old one', async () => {
    await subscribe(email, 'tutorials').expect(202);
    const change = `${acme}/contacts/${ownerOf('acme')}/email`;
    await served.as('sales').post(change, { email: 'new@acme.example' }).expect(201);
    expect(await preferences()).toEqual({ subscribed: true, interests: ['tutorials'] });
    await served.as('sales').post(change, { email }).expect(201);
    await served.as('sales').post(change, { email: 'new@acme.example' }).expect(201);
    expect(await preferences()).toEqual({ subscribed: true, interests: ['tutorials'] });
  });

  it('wants an address and an interest', async () => {
    await subscribe('nobody', 'tutorials').expect(400);
    await subscribe(email).expect(400);
  });
});
