import type { Houses } from './houses';

/** November to January: a quote, an outage over the holidays, renewals in two languages, and one that nobody renews. */
export async function turnOfTheYear(houses: Houses): Promise<void> {
  await quoted(houses);
  await outage(houses);
  await approved(houses);
  await houses.story.on('2027-01-14');
  await houses.renewed('Reader of Harakeke', 'Writer of Harakeke', 'Reader of Nordlicht');
}

async function quoted(houses: Houses): Promise<void> {
  const { story } = houses;
  await story.on('2026-11-24');
  const lines = await houses.linesOf('Reader of Harakeke', 'Writer of Harakeke');
  const { renewalId } = await houses.person('Mia', 'selects Reader and Writer and renews them.', '/renewals', {
    lines,
  });
  story.names.set(renewalId, 'renewal of Harakeke Press');
  const renewal = `/renewals/${renewalId}`;
  const { quoteId } = await houses.vendor('sales', 'quotes it, with a proforma invoice.', `${renewal}/quote`, {
    proforma: true,
  });
  story.names.set(quoteId, 'quote');
  await story.on('2026-12-01');
  await houses.person('Mia', 'accepts the quote.', `${renewal}/quote/acceptance`, { quoteId });
  await story.on('2026-12-03');
  await invoiced(houses, renewal, 'invoice of Harakeke Press');
}

async function invoiced(houses: Houses, renewal: string, called: string): Promise<void> {
  const { invoiceId } = await houses.vendor('sales', 'invoices it.', `${renewal}/invoice`);
  houses.story.names.set(invoiceId, called);
}

async function outage(houses: Houses): Promise<void> {
  const { story } = houses;
  await story.on('2027-01-01');
  story.tells('*Nothing is at work for a week: what falls due is neither decided nor sent.*');
  story.asleepUntil('2027-01-08');
  await story.on('2027-01-08');
  await houses.asksWhy('Jonas', 'Reader of Nordlicht', 10);
}

async function approved(houses: Houses): Promise<void> {
  const { story } = houses;
  await story.on('2027-01-11');
  const lines = await houses.linesOf('Reader of Nordlicht');
  const { renewalId } = await houses.person('Jonas', 'renews Reader, and lets Writer end.', '/renewals', { lines });
  story.names.set(renewalId, 'renewal of Nordlicht Druck');
  const renewal = `/renewals/${renewalId}`;
  await houses.person('Jonas', 'approves it.', `${renewal}/approval`);
  await invoiced(houses, renewal, 'invoice of Nordlicht Druck');
}
