import type { HarbourFreight } from './company';

const VENDOR = { policy: 'lansweeper', zone: 'Europe/Brussels', via: 'registration' } as const;

/** 2026: a company, its reseller, and seven licenses that it buys in three ways. */
export async function purchases(company: HarbourFreight): Promise<void> {
  await people(company);
  await buys(company, 'Yard', { product: 'Yard Inventory', delivery: 'classic', quota: 500, price: 195 });
  await company.story.on('2026-05-11');
  await buys(company, 'Cloud', { product: 'Cloud Inventory', delivery: 'cloud', quota: 300, price: 240 });
  await buys(company, 'Vault', { product: 'Credential Vault', delivery: 'cloud', quota: 20, price: 900 });
  await company.story.on('2026-08-10');
  const provider = { channel: 'payment-provider', by: 'service', paymentMethod: 'card' } as const;
  await buys(company, 'Risk', { product: 'Risk Insights', delivery: 'cloud', quota: 300, price: 150, ...provider });
  await company.story.on('2026-09-07');
  await buys(company, 'Probe', { product: 'Network Probe', delivery: 'cloud', quota: 12, price: 2500, ...provider });
  await buys(company, 'Audit', { product: 'Audit Trail', delivery: 'cloud', quota: 5, price: 4000, ...provider });
  await company.story.on('2026-10-05');
  const reseller = { channel: 'reseller', resellerId: company.organization('Quayside Software') } as const;
  await buys(company, 'Crane', { product: 'Crane Inventory', delivery: 'cloud', quota: 80, price: 310, ...reseller });
}

async function people(company: HarbourFreight): Promise<void> {
  const { story } = company;
  for (const [name, person] of [
    ['Harbour Freight', 'Hanne'],
    ['Quayside Software', 'Rik'],
  ] as const) {
    const account = { ...VENDOR, name, personName: person, email: `${person.toLowerCase()}@${domainOf(name)}` };
    const does = `opens an account for ${person} of ${name}.`;
    const { organizationId, contactId } = await company.vendor('sales', does, '/organizations', account);
    company.organizations[name] = organizationId;
    story.names.set(organizationId, name);
    company.is(person, contactId);
  }
  const members = `/organizations/${company.organization('Harbour Freight')}/invitations`;
  const invited = await company.person('Hanne', 'invites Joris of IT.', members, {
    email: `joris@${domainOf('Harbour Freight')}`,
    personName: 'Joris',
  });
  company.is('Joris', invited.contactId);
  story.names.set(invited.invitationId, 'invitation of Joris');
  await company.person('Joris', 'accepts the invitation.', `${members}/${invited.invitationId}/acceptance`);
}

interface Purchase {
  readonly product: string;
  readonly delivery: 'classic' | 'cloud';
  readonly quota: number;
  /** Of one unit, in cents. */
  readonly price: number;
  readonly channel?: 'quote' | 'payment-provider' | 'reseller';
  readonly resellerId?: string;
  readonly by?: 'sales' | 'service';
  readonly paymentMethod?: 'wire' | 'card';
}

/** Hanne is billed; she and Joris are contacts of every order. Recurring billing is agreed with the purchase. */
async function buys(company: HarbourFreight, name: string, purchase: Purchase): Promise<void> {
  const { product, delivery, quota, price, by = 'sales', channel = 'quote', ...how } = purchase;
  const through = { quote: 'to Hanne', 'payment-provider': 'to Hanne', reseller: 'to Hanne through Quayside Software' };
  const contacts = [company.contactOf('Hanne'), company.contactOf('Joris')];
  const { orderId, licenseIds } = await company.vendor(by, `sells ${product} ${through[channel]}.`, '/orders', {
    organizationId: company.organization('Harbour Freight'),
    policy: 'lansweeper',
    channel,
    paymentMethod: 'wire',
    ...how,
    billingContactId: company.contactOf('Hanne'),
    contacts,
    lines: [{ product, kind: 'annual', delivery, quota, unitPrice: { amountMinor: price, currency: 'EUR' } }],
  });
  company.story.names.set(orderId, `order of ${name}`);
  company.owns(name, licenseIds[0]);
  const license = `/licenses/${company.license(name)}`;
  await company.vendor(by, 'turns its recurring billing on, as agreed.', `${license}/recurring-billing/enabling`);
  await company.person('Joris', `activates ${product}.`, `${license}/activation`);
  await company.shows(name);
}

function domainOf(organization: string): string {
  return `${organization.split(' ')[0]?.toLowerCase()}.example`;
}
