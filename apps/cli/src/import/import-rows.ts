import type { IsoDate, Policy } from '@renewals/licensing';
import type { Destination, Rejected, RowResult } from './destination';
import { hasStarted, planLicense, planOrganization, planReseller, type RavenStackInput } from './ravenstack';
import { Tally } from './tally';

export interface ImportOptions {
  readonly policy: Policy;
  readonly asOf: IsoDate;
  readonly destination: Destination;
  /** Hears of rows that are done. */
  readonly onProgress: (rows: number) => void;
  /** Ends it between two steps. */
  readonly stopping: AbortSignal;
}

/** Rows on their way at once: their events are committed together. */
const SIDE_BY_SIDE = 512;

/** Organizations first, so that no license is without its own. */
export async function importRows(input: RavenStackInput, options: ImportOptions): Promise<Tally> {
  const tally = new Tally([...input.accounts.rejected, ...input.subscriptions.rejected]);
  const refused = await organizations(input, options, tally);
  await reseller(input, options);
  await licenses(input, options, tally, refused);
  return tally;
}

/** Answers with the accounts that the engine refused. */
async function organizations(
  { accounts }: RavenStackInput,
  options: ImportOptions,
  tally: Tally,
): Promise<ReadonlySet<string>> {
  const { policy, destination } = options;
  const refused = new Set<string>();
  await eachRow(accounts, options, async (row, resultOf) => {
    const result = resultOf(await destination.organization(planOrganization(row, policy)));
    if (typeof result !== 'string') refused.add(row.values.account_id);
    tally.organization(accounts.file, row.line, result);
  });
  return refused;
}

async function reseller({ subscriptions, accountOf }: RavenStackInput, options: ImportOptions): Promise<void> {
  const { policy, asOf, destination } = options;
  const hasPartnerOrders = subscriptions.accepted.some(
    ({ values }) => hasStarted(values, asOf) && accountOf.get(values.account_id)?.referral_source === 'partner',
  );
  if (hasPartnerOrders) await destination.organization(planReseller(policy));
}

async function licenses(
  { subscriptions, accountOf }: RavenStackInput,
  options: ImportOptions,
  tally: Tally,
  refused: ReadonlySet<string>,
): Promise<void> {
  const { policy, asOf, destination } = options;
  await eachRow(subscriptions, options, async (row, resultOf) => {
    const { account_id } = row.values;
    const account = accountOf.get(account_id);
    if (!account) throw new Error(`No account of line ${row.line} was read`);
    if (!hasStarted(row.values, asOf)) return void (tally.notYetStarted += 1);
    const plan = planLicense(row, account, asOf, policy);
    const result = refused.has(account_id) ? withoutAccount(account_id) : resultOf(await destination.license(plan));
    tally.license(subscriptions.file, row.line, result, plan.status);
  });
}

function withoutAccount(accountId: string): Rejected {
  return { column: 'account_id', reason: `account_id "${accountId}" was rejected: see its row.` };
}

interface Rows<Row> {
  readonly accepted: readonly Row[];
  readonly repeated: readonly Row[];
}

/** Batch by batch. What says the same as an earlier row is unchanged, whatever a destination that keeps nothing says. */
async function eachRow<Row>(
  { accepted, repeated }: Rows<Row>,
  { onProgress, stopping }: ImportOptions,
  work: (row: Row, resultOf: (result: RowResult) => RowResult) => Promise<void>,
): Promise<void> {
  const asItIs = (result: RowResult) => result;
  const asRepeated = (result: RowResult) => (result === 'created' ? 'unchanged' : result);
  for (const [rows, resultOf] of [[accepted, asItIs] as const, [repeated, asRepeated] as const]) {
    for (let first = 0; first < rows.length; first += SIDE_BY_SIDE) {
      stopping.throwIfAborted();
      const batch = rows.slice(first, first + SIDE_BY_SIDE);
      await Promise.all(batch.map((row) => work(row, resultOf)));
      onProgress(batch.length);
    }
  }
}
