import type { HarbourFreight } from './company';

/** Crane, bought through Quayside Software: Rik hears of the billing, Hanne and Joris do not. */
export async function reseller(company: HarbourFreight): Promise<void> {
  const { story } = company;
  await story.on('2027-07-20');
  await company.vendor('sales', 'writes to Rik.', `${await company.openTask()}/completion`, {
    note: 'Wrote to Quayside Software.',
  });
  await story.on('2027-08-16');
  const { items } = await company.looks('Hanne', 'what is due', '/upcoming-renewals');
  for (const { licenseId, stage, advice } of items) {
    story.tells(`  *${[`${licenseId} is ${stage}.`, advice ?? []].flat().join(' ')}*`);
  }
  await company.person('Hanne', 'tries to renew Crane herself.', '/renewals', {
    lines: await company.linesOf('Crane'),
  });
  await story.on('2027-08-23');
  const renewal = await company.openRenewalOf('Crane', 'renewal of Crane');
  await company.vendor('sales', 'approves the renewal of Crane, as Rik asks.', `${renewal}/approval`);
  await company.vendor('sales', "records Quayside's purchase order.", `${renewal}/commitment`, {
    kind: 'purchase-order',
    reference: 'QS-2027-031',
  });
  const { invoiceId } = await company.vendor('sales', 'invoices it.', `${renewal}/invoice`);
  story.names.set(invoiceId, 'invoice of Crane');
  await company.renewed('Crane', 'Crane, second year');
  await story.on('2027-08-30');
  await company.vendor('sales', 'records the payment by wire.', `${renewal}/payments`, {
    paymentId: 'wire-0830',
    amount: { amountMinor: 24_800, currency: 'EUR' },
    method: 'wire',
    paidOn: '2027-08-30',
  });
  await story.on('2027-09-08');
  await company.shows('Audit');
  await story.on('2027-10-06');
  await company.shows('Crane, second year');
}
