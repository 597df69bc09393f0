import type { Houses, Person } from './houses';

/** January to May: accounts, purchases, a colleague who leaves an order, and a trial over the change of the clocks. */
export async function firstMonths(houses: Houses): Promise<void> {
  await accounts(houses);
  await purchases(houses);
  await offTheOrder(houses);
  await trial(houses);
}

async function accounts(houses: Houses): Promise<void> {
  await account(houses, 'Harakeke Press', 'Mia', 'Pacific/Auckland');
  await account(houses, 'Nordlicht Druck', 'Jonas', 'Europe/Berlin');
  const nordlicht = `/organizations/${houses.organization('Nordlicht Druck')}`;
  await houses.person('Jonas', 'chooses German for the mail of his company.', `${nordlicht}/locale`, { locale: 'de' });
  await joins(houses, 'Tane', 'Mia', 'Harakeke Press');
  await joins(houses, 'Lena', 'Jonas', 'Nordlicht Druck', 'en');
  await joins(houses, 'Piet', 'Jonas', 'Nordlicht Druck');
}

async function account(houses: Houses, name: string, owner: Person, zone: string): Promise<void> {
  const { organizationId, contactId } = await houses.vendor(
    'service',
    `opens an account for ${owner} of ${name}.`,
    '/organizations',
    {
      email: houses.addresses[owner],
      personName: owner,
      policy: 'dynamsoft',
      via: 'registration',
      name,
      zone,
    },
  );
  houses.opened(name, organizationId);
  houses.is(owner, contactId);
}

async function joins(houses: Houses, person: Person, by: Person, house: string, locale?: string): Promise<void> {
  const invitations = `/organizations/${houses.organization(house)}/invitations`;
  const reads = locale === undefined ? '' : ', who reads English';
  const { invitationId, contactId } = await houses.person(by, `invites ${person}${reads}.`, invitations, {
    email: houses.addresses[person],
    personName: person,
    ...(locale !== undefined && { locale }),
  });
  houses.is(person, contactId);
  houses.story.names.set(invitationId, `invitation of ${person}`);
  await houses.person(person, 'accepts the invitation.', `${invitations}/${invitationId}/acceptance`);
}

async function purchases(houses: Houses): Promise<void> {
  await buys(houses, 'Harakeke Press', ['Mia', 'Tane'], 'NZD', [
    { product: 'Reader', kind: 'annual', quota: 12, price: 18_000 },
    { product: 'Writer', kind: 'annual', quota: 1, price: 64_900 },
    { product: 'Scanner', kind: 'perpetual', quota: 3, price: 120_000, maintenance: 24_000 },
  ]);
  await buys(houses, 'Nordlicht Druck', ['Jonas', 'Lena', 'Piet'], 'EUR', [
    { product: 'Reader', kind: 'annual', quota: 25, price: 9_900 },
    { product: 'Writer', kind: 'annual', quota: 1, price: 34_900 },
  ]);
}

interface Bought {
  readonly product: string;
  readonly kind: 'annual' | 'perpetual';
  readonly quota: number;
  /** Of one unit, and of its maintenance for a year, in cents. */
  readonly price: number;
  readonly maintenance?: number;
}

/** The first of the people is billed, and activates what was bought. */
async function buys(
  houses: Houses,
  house: string,
  people: readonly [Person, ...Person[]],
  currency: string,
  bought: readonly Bought[],
): Promise<void> {
  const [owner] = people;
  const priced = (amountMinor: number) => ({ amountMinor, currency });
  const products = bought.map(({ product }) => product);
  const { orderId, licenseIds } = await houses.vendor(
    'service',
    `sells ${products.join(', ')} to ${owner}.`,
    '/orders',
    {
      organizationId: houses.organization(house),
      policy: 'dynamsoft',
      channel: 'store',
      billingContactId: houses.contactOf(owner),
      contacts: people.map((person) => houses.contactOf(person)),
      paymentMethod: 'card',
      lines: bought.map(({ product, kind, quota, price, maintenance }) => ({
        ...{ product, kind, quota, delivery: 'cloud', unitPrice: priced(price) },
        ...(maintenance !== undefined && { maintenance: { period: 'P1Y', unitPrice: priced(maintenance) } }),
      })),
    },
  );
  houses.ordered(house, orderId);
  for (const [index, product] of products.entries()) {
    const name = `${product} of ${house.split(' ')[0]}`;
    houses.owns(name, licenseIds[index]);
    await houses.person(owner, `activates ${product}.`, `/licenses/${houses.license(name)}/activation`);
  }
}

async function offTheOrder(houses: Houses): Promise<void> {
  await houses.story.on('2026-02-09');
  const removal = `/orders/${houses.order('Nordlicht Druck')}/contacts/${houses.contactOf('Piet')}/removal`;
  await houses.person('Jonas', 'takes Piet off the order.', removal);
}

async function trial(houses: Houses): Promise<void> {
  const { story } = houses;
  await story.on('2026-03-02');
  const { licenseId } = await houses.person('Jonas', 'requests a trial of Stapler.', '/trials', {
    organizationId: houses.organization('Nordlicht Druck'),
    policy: 'dynamsoft',
    product: 'Stapler',
  });
  houses.owns('Stapler trial', licenseId);
  story.names.set((await houses.read(`/licenses/${licenseId}`)).orderId, 'order of the trial');
  await houses.person('Jonas', 'activates it.', `/licenses/${licenseId}/activation`);
  await story.on('2026-03-26');
  await houses.person('Jonas', 'asks for more time.', `/licenses/${licenseId}/trial-extensions`);
  await story.on('2026-05-04');
}
