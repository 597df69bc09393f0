import { checkBills, checkMailAccess, checkTerms, countDecisions, type DecisionCounts } from '@renewals/audit';
import { Policies } from '@renewals/commands';
import type { Engine } from '@renewals/engine';
import { type Position, Upcasting } from '@renewals/event-store';

/** What a simulated stretch of time brought. What must be zero is found in the log by passes of their own. */
export interface ClosingTable extends DecisionCounts {
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  readonly overlaps: number;
  /** By customers who renewed in time. */
  readonly daysLost: number;
  readonly billedTwice: number;
  readonly mailsWithoutAccess: number;
}

/** `after`: where the log ended when the run began. */
export async function closingTable(
  { infrastructure, context }: Engine,
  { from, to, after }: { readonly from: string; readonly to: string; readonly after: Position },
): Promise<ClosingTable> {
  const { store, identity } = infrastructure;
  const upcasting = context.get(Upcasting);
  const counts = await countDecisions(store, upcasting, { after });
  const { overlaps, gaps } = await checkTerms(store, upcasting);
  const { twice } = await checkBills(store, upcasting);
  const { withoutAccess } = await checkMailAccess(store, upcasting, context.get(Policies).of);
  return {
    from,
    to,
    seed: identity.virtual?.seed ?? 0,
    ...counts,
    overlaps: overlaps.length,
    daysLost: gaps.reduce((sum, { lostDays }) => sum + lostDays, 0),
    billedTwice: twice.length,
    mailsWithoutAccess: withoutAccess.length,
  };
}

/** Whether all is zero that must be. */
export function isSound({ overlaps, daysLost, billedTwice, mailsWithoutAccess }: ClosingTable): boolean {
  return overlaps + daysLost + billedTwice + mailsWithoutAccess === 0;
}

/** For a person. */
export function printed(table: ClosingTable): readonly string[] {
  const { reminders, mails, notices, renewals, contractsStarted, expired } = table;
  const offsets = Object.entries(reminders).sort(([one], [other]) => Number(other) - Number(one));
  return [
    `From ${table.from} to ${table.to}, seed ${table.seed}`,
    '',
    row('Reminders, days before', 'sent', 'suppressed', 'failed'),
    ...offsets.map(([offset, { sent, suppressed, failed }]) => row(`  ${offset}`, sent, suppressed, failed)),
    row('Mails of reminders', mails),
    ...Object.entries(notices).map(([kind, count]) => row(`Mails of kind ${kind}`, count)),
    '',
    ...Object.entries(renewals).map(([path, count]) => row(`Renewals requested, ${path}`, count)),
    row('Contracts started', contractsStarted),
    row('Licenses expired', expired.licenses),
    row('Trials expired', expired.trials),
    '',
    row('Overlapping terms', table.overlaps),
    row('Days lost by renewing in time', table.daysLost),
    row('Terms billed twice', table.billedTwice),
    row('Mails to people without access', table.mailsWithoutAccess),
  ];
}

function row(title: string, ...cells: readonly (string | number)[]): string {
  return title.padEnd(32) + cells.map((cell) => String(cell).padStart(12)).join('');
}
