import type { ForecastLine } from '@renewals/automations';
import { heldAgainst } from './forecast';
import type { Houses } from './houses';
import { decisionsOn } from './ledger';

/** What the pages show at the end. */
export async function closingViews(houses: Houses, foretold: readonly ForecastLine[]): Promise<void> {
  await houses.story.on('2027-01-20');
  await heldAgainst(houses, foretold);
  await licenses(houses);
  await reminders(houses);
}

async function licenses(houses: Houses): Promise<void> {
  const rows = Object.entries(houses.licenses).map(async ([license, id]) => {
    const { status, term, maintenance } = await houses.read(`/licenses/${id}`);
    return { license, status, term: daysOf(term), maintenance: daysOf(maintenance) };
  });
  houses.story.table('Full License', await Promise.all(rows));
}

/** How many reminders to how many people, and the mails that they came in. */
async function reminders(houses: Houses): Promise<void> {
  const decided = (await Promise.all(Object.values(houses.licenses).map((id) => decisionsOn(houses, id)))).flat();
  const outcomes = new Map<string, { reminders: number; mails: Set<string> }>();
  for (const { outcome, reason, messageId } of decided) {
    const became = reason === undefined ? outcome : `${outcome}: ${reason}`;
    const row = outcomes.get(became) ?? { reminders: 0, mails: new Set() };
    outcomes.set(became, row);
    row.reminders += 1;
    if (messageId !== undefined) row.mails.add(messageId);
  }
  const rows = [...outcomes].sort(([one], [other]) => (one < other ? -1 : 1));
  houses.story.table(
    'Reminders',
    rows.map(([became, row]) => ({ decided: became, reminders: row.reminders, mails: row.mails.size })),
  );
}

function daysOf(term?: { readonly startsOn: string; readonly expiresOn?: string }): string {
  return term ? `${term.startsOn} to ${term.expiresOn ?? 'ever'}` : '';
}
