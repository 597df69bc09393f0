import type { HarbourFreight } from './company';

const EUR = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** Yard, a classic license from the vendor itself: written to, approved, committed, invoiced, started, and not paid. */
export async function approvedInAdvance(company: HarbourFreight): Promise<void> {
  const { story } = company;
  await story.on('2026-10-14');
  const task = await company.openTask();
  await story.on('2026-10-20');
  await company.vendor('sales', 'writes to Hanne, and notes so.', `${task}/completion`, {
    note: 'Wrote to Hanne. She wants to approve now.',
  });
  await story.on('2026-10-29');
  const lines = await company.linesOf('Yard');
  await company.person('Hanne', 'tries to renew Yard in the portal.', '/renewals', { lines });
  const { renewalId } = await company.vendor('sales', 'opens the renewal for her, 75 days ahead.', '/renewals', {
    lines,
  });
  story.names.set(renewalId, 'renewal of Yard');
  const renewal = `/renewals/${renewalId}`;
  await company.person('Hanne', 'approves it in advance.', `${renewal}/approval`);
  await committed(company, renewal);
  await started(company, renewal);
  await bounced(company, renewal);
}

async function committed(company: HarbourFreight, renewal: string): Promise<void> {
  const { story } = company;
  await story.on('2026-11-09');
  await company.vendor('sales', 'tries to invoice it.', `${renewal}/invoice`);
  await story.on('2026-11-12');
  await company.vendor('sales', 'records purchase order PO-4471.', `${renewal}/commitment`, {
    kind: 'purchase-order',
    reference: 'PO-4471',
  });
  await story.on('2026-11-16');
  await company.vendor('sales', 'records a second one, PO-4417.', `${renewal}/commitment`, {
    kind: 'purchase-order',
    reference: 'PO-4417',
  });
  await company.vendor('sales', 'tries to invoice it.', `${renewal}/invoice`);
  await company.vendor('sales', 'learns that both are one: PO-4471 is right.', `${renewal}/commitment`, {
    kind: 'purchase-order',
    reference: 'PO-4471',
    replaces: 'PO-4417',
  });
  const { invoiceId } = await company.vendor('sales', 'invoices it.', `${renewal}/invoice`);
  story.names.set(invoiceId, 'invoice of Yard');
  await company.renewed('Yard', 'Yard, second year');
  await company.shows('Yard, second year');
  await company.vendor('sales', 'tries to invoice it once more.', `${renewal}/invoice`);
  await story.on('2026-11-30');
  await company.vendor('sales', 'records the payment by wire.', `${renewal}/payments`, {
    paymentId: 'wire-1130',
    amount: EUR(97_500),
    method: 'wire',
    paidOn: '2026-11-30',
  });
}

async function started(company: HarbourFreight, renewal: string): Promise<void> {
  const { story } = company;
  const key = `/licenses/${company.license('Yard, second year')}/key`;
  await story.on('2027-01-12', 23);
  await company.shows('Yard');
  await company.looks('Joris', 'the new key', key);
  await story.on('2027-01-13', 0);
  await company.shows('Yard');
  await company.shows('Yard, second year');
  await story.on('2027-01-13');
  await company.looks('Joris', 'the new key', key);
  const { settlement } = await company.read(renewal);
  story.tells(`  *The invoice is ${settlement.status}.*`);
}

async function bounced(company: HarbourFreight, renewal: string): Promise<void> {
  const { story } = company;
  const second = company.license('Yard, second year');
  await story.on('2027-01-20');
  await company.vendor('sales', 'hears from the bank that the payment bounced.', `${renewal}/payment-reversals`, {
    paymentId: 'wire-1130',
    reason: 'The account was closed.',
  });
  const task = await company.openTask();
  await story.on('2027-01-25');
  await company.vendor('sales', 'ends the contract, as Hanne asks.', `/licenses/${second}/termination`, {
    on: '2027-01-31',
    reason: 'The yard moves to the cloud, and its account was closed.',
  });
  const { creditId } = await company.vendor('sales', 'credits the days from 1 February on.', `${renewal}/credits`, {
    lines: [{ licenseId: company.license('Yard'), unusedFrom: '2027-02-01' }],
    reason: 'The contract ended on 31 January 2027.',
  });
  story.names.set(creditId, 'credit note of Yard');
  const { settlement } = await company.read(renewal);
  const { credited, open } = settlement.balance;
  story.tells(`  *Credited: EUR ${euros(credited)}. Open: EUR ${euros(open)}, for 13 to 31 January.*`);
  await company.vendor('sales', 'closes the task.', `${task}/completion`, { note: 'Ended, credited from 1 February.' });
  await story.on('2027-01-28');
  await company.vendor('sales', 'records the payment of what is open.', `${renewal}/payments`, {
    paymentId: 'wire-0128',
    amount: open,
    method: 'wire',
    paidOn: '2027-01-28',
  });
  story.tells(`  *The invoice is ${(await company.read(renewal)).settlement.status}.*`);
}

function euros({ amountMinor }: { readonly amountMinor: number }): string {
  return (amountMinor / 100).toFixed(2);
}
