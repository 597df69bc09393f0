import type { OrchardBooks } from './company';

/** The first months: an account, a trial stretched as far as it goes, and what is bought in the end. */
export async function trialAndPurchase(company: OrchardBooks): Promise<void> {
  await account(company);
  await trial(company);
  await purchase(company);
}

async function account(company: OrchardBooks): Promise<void> {
  const { story } = company;
  const opened = await company.vendor('service', 'opens an account for Ann of Orchard Books.', '/organizations', {
    email: 'ann@orchard.example',
    personName: 'Ann',
    policy: 'dynamsoft',
    via: 'registration',
    name: 'Orchard Books',
    zone: 'America/New_York',
  });
  company.organizationId = opened.organizationId;
  story.names.set(opened.organizationId, 'Orchard Books');
  company.is('Ann', opened.contactId);
  const people = `/organizations/${company.organizationId}`;
  for (const person of ['Bob', 'Cleo'] as const) {
    const email = `${person.toLowerCase()}@orchard.example`;
    const invited = await company.person('Ann', `invites ${person}.`, `${people}/invitations`, {
      email,
      personName: person,
    });
    company.is(person, invited.contactId);
    story.names.set(invited.invitationId, `invitation of ${person}`);
    if (person === 'Cleo') await story.on('2026-01-20');
    await company.person(person, 'accepts the invitation.', `${people}/invitations/${invited.invitationId}/acceptance`);
  }
  const again = await company.person('Ann', 'invites Cleo again.', `${people}/invitations`, {
    email: 'cleo@orchard.example',
    personName: 'Cleo',
  });
  story.names.set(again.invitationId, 'second invitation of Cleo');
  await company.person('Cleo', 'accepts it.', `${people}/invitations/${again.invitationId}/acceptance`);
}

async function trial(company: OrchardBooks): Promise<void> {
  const { story, organizationId } = company;
  const asked = { organizationId, policy: 'dynamsoft', product: 'Reader' };
  const { licenseId } = await company.person('Ann', 'requests a trial of Reader.', '/trials', asked);
  company.owns('Reader trial', licenseId);
  story.names.set((await company.read(`/licenses/${licenseId}`)).orderId, 'the order of the trial');
  await company.person('Ann', 'requests a second one.', '/trials', asked);
  await company.person('Ann', 'activates the trial.', `/licenses/${licenseId}/activation`);
  const extend = (how: string) => company.person('Ann', `asks for ${how}.`, `/licenses/${licenseId}/trial-extensions`);
  await extend('an extension at once');
  await story.on('2026-02-12');
  await extend('an extension');
  await story.on('2026-03-15');
  await extend('another one');
  await story.on('2026-04-14');
  await extend('a third one');
}

async function purchase(company: OrchardBooks): Promise<void> {
  const { story, organizationId } = company;
  const price = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  const { orderId, licenseIds } = await company.vendor(
    'service',
    'sells Reader, Writer and Scanner to Ann.',
    '/orders',
    {
      organizationId,
      policy: 'dynamsoft',
      channel: 'store',
      billingContactId: company.contactOf('Ann'),
      contacts: [company.contactOf('Ann')],
      paymentMethod: 'card',
      lines: [
        {
          product: 'Reader',
          kind: 'annual',
          delivery: 'trackable',
          hosting: 'vendor',
          quota: 10,
          unitPrice: price(12_000),
          convertsTrial: company.license('Reader trial'),
        },
        { product: 'Writer', kind: 'annual', delivery: 'classic', quota: 4, unitPrice: price(9_900) },
        {
          product: 'Scanner',
          kind: 'perpetual',
          delivery: 'classic',
          quota: 2,
          unitPrice: price(80_000),
          maintenance: { period: 'P1Y', unitPrice: price(16_000) },
        },
      ],
    },
  );
  company.orderId = orderId;
  story.names.set(orderId, 'the order');
  for (const [index, name] of ['Reader', 'Writer', 'Scanner'].entries()) company.owns(name, licenseIds[index]);
  await company.vendor('service', 'records that the card was charged.', `/orders/${orderId}/payments`, {
    amount: price(319_600),
    method: 'card',
    receivedOn: '2026-04-14',
  });
  await company.vendor('sales', 'tries to renew what was not activated yet.', '/renewals', {
    lines: [{ licenseId: company.license('Reader'), currentExpiresOn: '2027-04-14' }],
  });
  for (const name of ['Reader', 'Writer', 'Scanner']) {
    await company.person('Ann', `activates ${name}.`, `/licenses/${company.license(name)}/activation`);
  }
}
