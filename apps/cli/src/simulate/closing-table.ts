import { checkMailAccess, checkTerms, countDecisions, type DecisionCounts } from '@renewals/audit';
import type { Engine } from '@renewals/engine';
import { type Position, Upcasting } from '@renewals/event-store';

/** What a simulated stretch of time brought. The last two are counted in the log by a pass of their own. */
export interface ClosingTable extends DecisionCounts {
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  readonly overlaps: number;
  readonly mailsWithoutAccess: number;
}

/** `after`: where the log ended when the run began. */
export async function closingTable(
  { infrastructure, context }: Engine,
  { from, to, after }: { readonly from: string; readonly to: string; readonly after: Position },
): Promise<ClosingTable> {
  const { store, policies, identity } = infrastructure;
  const upcasting = context.get(Upcasting);
  const counts = await countDecisions(store, upcasting, { after });
  const { overlaps } = await checkTerms(store, upcasting);
  const { withoutAccess } = await checkMailAccess(store, upcasting, policies.all);
  return {
    from,
    to,
    seed: identity.virtual?.seed ?? 0,
    ...counts,
    overlaps: overlaps.length,
    mailsWithoutAccess: withoutAccess.length,
  };
}

/** For a person. */
export function printed(table: ClosingTable): readonly string[] {
  const { reminders, mails, renewals, contractsStarted, expired } = table;
  const offsets = Object.entries(reminders).sort(([one], [other]) => Number(other) - Number(one));
  return [
    `From ${table.from} to ${table.to}, seed ${table.seed}`,
    '',
    row('Reminders, days before', 'sent', 'suppressed', 'failed'),
    ...offsets.map(([offset, { sent, suppressed, failed }]) => row(`  ${offset}`, sent, suppressed, failed)),
    row('Mails', mails),
    '',
    ...Object.entries(renewals).map(([path, count]) => row(`Renewals requested, ${path}`, count)),
    row('Contracts started', contractsStarted),
    row('Licenses expired', expired.licenses),
    row('Trials expired', expired.trials),
    '',
    row('Overlapping terms', table.overlaps),
    row('Mails to people without access', table.mailsWithoutAccess),
  ];
}

function row(title: string, ...cells: readonly (string | number)[]): string {
  return title.padEnd(32) + cells.map((cell) => String(cell).padStart(12)).join('');
}
