import type { OrchardBooks } from './company';

/** The first year: who sees the order, a quota that is used up, and the renewal of many. */
export async function firstTerm(company: OrchardBooks): Promise<void> {
  await contacts(company);
  await quota(company);
  await renewalOfMany(company);
}

async function contacts(company: OrchardBooks): Promise<void> {
  const list = `/orders/${company.orderId}/contacts`;
  const { story } = company;
  await story.on('2026-05-04');
  const bob = () => story.served.as('customer', company.contactOf('Bob')).get(`/licenses/${company.license('Reader')}`);
  await story.asks('**Bob** looks at Reader.', bob());
  await company.person('Ann', 'adds Dora to the order.', list, { email: 'dora@orchard.example' });
  await company.person('Ann', 'adds Bob to the order.', list, { email: 'bob@orchard.example' });
  await story.asks('**Bob** looks at Reader again.', bob());
  await company.person('Bob', 'adds Cleo to the order.', list, { email: 'cleo@orchard.example' });
  await company.person(
    'Cleo',
    'wants no reminders of this order.',
    `/orders/${company.orderId}/reminders-subscription/cancellation`,
  );
}

async function quota(company: OrchardBooks): Promise<void> {
  const { story } = company;
  const reader = `/licenses/${company.license('Reader')}`;
  const used = (reportId: string, quantity: number, usedAt: string) => ({
    reports: [{ reportId, quantity, usedAt }],
  });
  await story.on('2026-08-03');
  await company.vendor(
    'service',
    'reports 7 of 10 used.',
    `${reader}/usage-reports`,
    used('july', 7, '2026-07-31T12:00:00Z'),
  );
  await company.vendor(
    'service',
    'sends the same report again.',
    `${reader}/usage-reports`,
    used('july', 7, '2026-07-31T12:00:00Z'),
  );
  await story.on('2026-09-01');
  await company.vendor(
    'service',
    'reports 1 more, of June.',
    `${reader}/usage-reports`,
    used('june', 1, '2026-06-30T12:00:00Z'),
  );
  await story.on('2026-10-01');
  await company.vendor(
    'service',
    'reports the last 2.',
    `${reader}/usage-reports`,
    used('september', 2, '2026-09-30T12:00:00Z'),
  );
  const added = await company.person('Ann', 'adds a quota of 5.', `${reader}/quota-additions`, { quantity: 5 });
  company.owns('Reader +5', added.licenseId ?? added.newLicenseId);
}

async function renewalOfMany(company: OrchardBooks): Promise<void> {
  const { story } = company;
  await story.on('2027-01-18');
  const lines = [
    await company.line('Reader'),
    await company.line('Reader +5'),
    await company.line('Writer'),
    await company.line('Scanner', 'maintenance'),
  ];
  const { renewalId } = await company.person('Bob', 'selects four lines and renews them.', '/renewals', { lines });
  story.names.set(renewalId, 'the renewal');
  const renewal = `/renewals/${renewalId}`;
  await company.person('Ann', 'selects Writer once more.', '/renewals', { lines: [await company.line('Writer')] });
  await story.on('2027-01-25');
  const { quoteId } = await company.vendor('sales', 'quotes it, with a proforma invoice.', `${renewal}/quote`, {
    proforma: true,
  });
  story.names.set(quoteId, 'the quote');
  await story.on('2027-02-08');
  await company.person('Ann', 'accepts the quote.', `${renewal}/quote/acceptance`, { quoteId });
  const { invoiceId } = await company.vendor('sales', 'invoices it.', `${renewal}/invoice`);
  story.names.set(invoiceId, 'the invoice');
  const { total } = (await company.read(renewal)).invoice;
  await story.on('2027-02-20');
  await company.vendor('sales', 'records the payment by wire.', `${renewal}/payments`, {
    paymentId: 'wire-1',
    amount: total,
    method: 'wire',
    paidOn: '2027-02-19',
  });
  await story.on('2027-04-16');
  await company.renewed('Reader', 'Reader, second year');
  await company.renewed('Reader +5', 'Reader +5, second year');
  await company.renewed('Writer', 'Writer, second year');
}
