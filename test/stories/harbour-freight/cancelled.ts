import type { HarbourFreight } from './company';

/** Cloud, cancelled in time and renewed by sales after all; Vault, whose cancellation comes a day late. */
export async function cancelled(company: HarbourFreight): Promise<void> {
  const { story } = company;
  const cancel = (name: string, does: string) =>
    company.person('Hanne', does, `/licenses/${company.license(name)}/recurring-billing/cancellation`);
  await story.on('2027-02-08');
  await cancel('Cloud', 'cancels the recurring billing of Cloud, two days before sales would write.');
  await story.on('2027-02-15');
  await company.vendor('sales', 'writes to Hanne about Vault.', `${await company.openTask()}/completion`, {
    note: 'Wrote to Hanne, no answer yet.',
  });
  await story.on('2027-03-12');
  const vault = await company.openRenewalOf('Vault', 'renewal of Vault');
  story.tells(
    `  *Recurring billing has opened the renewal of Vault. Of Cloud, ${await stageOf(company, 'Cloud')} is open.*`,
  );
  await story.on('2027-04-11');
  await cancel('Vault', 'cancels the recurring billing of Vault, 30 days before it ends.');
  await story.on('2027-04-12');
  await company.vendor('sales', 'lets her go all the same, and withdraws the renewal of Vault.', `${vault}/withdrawal`);
  await story.on('2027-04-20');
  await afterAll(company);
  await story.on('2027-05-12');
  await company.shows('Cloud, second year');
  await company.shows('Vault');
}

/** Who cancelled is renewed by sales. */
async function afterAll(company: HarbourFreight): Promise<void> {
  const { story } = company;
  const lines = await company.linesOf('Cloud');
  await company.person('Hanne', 'wants Cloud after all, and tries the portal.', '/renewals', { lines });
  const { renewalId } = await company.vendor('sales', 'renews Cloud for her.', '/renewals', { lines });
  story.names.set(renewalId, 'renewal of Cloud');
  const renewal = `/renewals/${renewalId}`;
  const { quoteId } = await company.vendor('sales', 'quotes it.', `${renewal}/quote`, {});
  story.names.set(quoteId, 'quote of Cloud');
  await story.on('2027-04-22');
  await company.person('Hanne', 'accepts the quote.', `${renewal}/quote/acceptance`, { quoteId });
  await story.on('2027-04-26');
  await company.vendor('sales', 'records the document that Hanne signed.', `${renewal}/commitment`, {
    kind: 'signed-document',
    reference: 'DOC-88',
  });
  const { invoiceId } = await company.vendor('sales', 'invoices it.', `${renewal}/invoice`);
  story.names.set(invoiceId, 'invoice of Cloud');
  await company.renewed('Cloud', 'Cloud, second year');
  await company.vendor('sales', 'records the payment by wire.', `${renewal}/payments`, {
    paymentId: 'wire-0426',
    amount: { amountMinor: 72_000, currency: 'EUR' },
    method: 'wire',
    paidOn: '2027-04-26',
  });
}

async function stageOf(company: HarbourFreight, name: string): Promise<string> {
  const { renewal } = await company.read(`/licenses/${company.license(name)}`);
  return renewal?.stage ?? 'none';
}
