import type { OrchardBooks } from './company';

/** The second year: people leave, a license lapses and is renewed late, dates are brought together. */
export async function secondTerm(company: OrchardBooks): Promise<void> {
  await departures(company);
  await lateRenewal(company);
  await alignment(company);
}

async function departures(company: OrchardBooks): Promise<void> {
  const { story } = company;
  const people = `/organizations/${company.organizationId}`;
  await story.on('2027-07-05');
  await company.person(
    'Ann',
    'removes Bob from the company.',
    `${people}/contacts/${company.contactOf('Bob')}/removal`,
  );
  const reader = `/licenses/${company.license('Reader, second year')}`;
  await story.asks('**Bob** looks at Reader.', story.served.as('customer', company.contactOf('Bob')).get(reader));
  await company.person('Cleo', 'wants to be the primary contact.', `${people}/primary-contact`, {
    contactId: company.contactOf('Cleo'),
  });
  await company.person('Ann', 'leaves the company.', `${people}/contacts/${company.contactOf('Ann')}/removal`);
  await company.vendor('support', 'names Cleo the primary contact.', `${people}/primary-contact`, {
    contactId: company.contactOf('Cleo'),
    reason: 'Ann left on 5 July, confirmed by phone.',
  });
  await company.vendor('sales', 'makes Cleo the billing contact.', `/orders/${company.orderId}/billing-contact`, {
    email: 'cleo@orchard.example',
  });
  await story.on('2027-07-12');
  await company.person(
    'Cleo',
    'wants reminders after all.',
    `/orders/${company.orderId}/reminders-subscription/resumption`,
  );
}

/** Cleo renews half of what is due in time. The rest lapses. */
async function lateRenewal(company: OrchardBooks): Promise<void> {
  const { story } = company;
  await story.on('2028-01-20');
  const inTime = await company.person('Cleo', 'renews the added quota and the maintenance.', '/renewals', {
    lines: [await company.line('Reader +5, second year'), await company.line('Scanner', 'maintenance')],
  });
  story.names.set(inTime.renewalId, 'the second renewal');
  await company.person('Cleo', 'approves it.', `/renewals/${inTime.renewalId}/approval`);
  const second = await company.vendor('sales', 'invoices it.', `/renewals/${inTime.renewalId}/invoice`);
  story.names.set(second.invoiceId, 'the second invoice');
  await story.on('2028-04-18');
  const lines = [await company.line('Reader, second year')];
  await company.person('Cleo', 'renews Reader four days late.', '/renewals', { lines });
  const { renewalId } = await company.vendor('support', 'opens the late renewal.', '/renewals', { lines });
  story.names.set(renewalId, 'the late renewal');
  const renewal = `/renewals/${renewalId}`;
  await company.vendor('sales', 'approves it.', `${renewal}/approval`);
  await company.vendor('support', 'lets it run on from the old expiry.', `${renewal}/late-authorization`, {
    basis: 'from-expiry',
  });
  await company.vendor('sales', 'approves it.', `${renewal}/approval`);
  const { invoiceId } = await company.vendor('sales', 'invoices it.', `${renewal}/invoice`);
  story.names.set(invoiceId, 'the third invoice');
  await story.on('2028-04-20');
  await company.renewed('Reader, second year', 'Reader, third year');
  await company.vendor(
    'support',
    'reactivates Writer while its renewal is talked about.',
    `/licenses/${company.license('Writer, second year')}/reactivation`,
    {
      until: '2028-05-31',
      reason: 'Purchasing at Orchard Books needs three weeks.',
    },
  );
}

async function alignment(company: OrchardBooks): Promise<void> {
  const { story } = company;
  await story.on('2028-05-02');
  const { alignment } = await company.vendor('support', 'proposes one date for Reader and Writer.', '/alignments', {
    targetDate: '2029-06-30',
    lines: ['Reader, third year', 'Writer, second year'].map((name) => ({ licenseId: company.license(name) })),
  });
  story.names.set(alignment.id, 'the alignment');
  for (const { licenseId, currentExpiresOn, days, amount } of alignment.lines as ProposedLine[]) {
    story.tells(
      `  ${licenseId}: from ${currentExpiresOn} by ${days} days, ${amount.currency} ${(amount.amountMinor / 100).toFixed(2)}.`,
    );
  }
  await company.person('Cleo', 'agrees.', `/alignments/${alignment.id}/approval`);
  await story.on('2028-05-03');
  await company.renewed('Reader +5, second year', 'Reader +5, third year');
}

interface ProposedLine {
  readonly licenseId: string;
  readonly currentExpiresOn: string;
  readonly days: number;
  readonly amount: { readonly amountMinor: number; readonly currency: string };
}
