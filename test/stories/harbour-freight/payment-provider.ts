import type { HarbourFreight } from './company';

/** Risk, Probe and Audit, bought through the payment provider: a mail with the cost, and a form. */
export async function paymentProvider(company: HarbourFreight): Promise<void> {
  const { story } = company;
  const billingOf = (name: string) => `/licenses/${company.license(name)}/recurring-billing`;
  await story.on('2027-06-01');
  for (const name of ['Probe', 'Audit']) {
    await company.person('Hanne', `cancels the recurring billing of ${name}.`, `${billingOf(name)}/cancellation`);
  }
  await story.on('2027-06-21');
  await form(company);
  await story.on('2027-07-05');
  await company.person('Hanne', 'resumes the recurring billing of Probe.', `${billingOf('Probe')}/resumption`);
  await story.on('2027-07-19');
  await bySales(company);
}

async function form(company: HarbourFreight): Promise<void> {
  const { story } = company;
  const lines = await company.linesOf('Risk');
  const { renewalId } = await company.vendor('service', 'hands on the form that Hanne filled in.', '/renewals', {
    lines,
    providerForm: { purchaseOrder: 'PO-4502' },
  });
  story.names.set(renewalId, 'renewal of Risk');
  const renewal = `/renewals/${renewalId}`;
  const { stage, source } = await company.read(renewal);
  story.tells(`  *The form goes to the renewal of Risk, which is ${stage} now; its source is ${source}.*`);
  await invoiced(company, { name: 'Risk', renewal, amountMinor: 45_000, paidOn: '2027-06-21' });
}

async function bySales(company: HarbourFreight): Promise<void> {
  const renewal = await company.openRenewalOf('Probe', 'renewal of Probe');
  await company.vendor('sales', 'approves the renewal of Probe, as Hanne asks by mail.', `${renewal}/approval`);
  await invoiced(company, { name: 'Probe', renewal, amountMinor: 30_000, paidOn: '2027-07-19' });
}

interface Invoiced {
  readonly name: string;
  readonly renewal: string;
  readonly amountMinor: number;
  readonly paidOn: string;
}

/** The provider asks for nothing more, and charges the card. */
async function invoiced(company: HarbourFreight, { name, renewal, amountMinor, paidOn }: Invoiced): Promise<void> {
  const { invoiceId } = await company.vendor('service', 'invoices it.', `${renewal}/invoice`);
  company.story.names.set(invoiceId, `invoice of ${name}`);
  await company.vendor('service', 'records that the card was charged.', `${renewal}/payments`, {
    paymentId: `card-${name}`,
    amount: { amountMinor, currency: 'EUR' },
    method: 'card',
    paidOn,
  });
  await company.renewed(name, `${name}, second year`);
  await company.shows(`${name}, second year`);
}
