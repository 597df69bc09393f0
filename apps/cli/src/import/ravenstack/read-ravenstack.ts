import { differingColumn, type ImportedRow } from '@renewals/commands';
import { type AccountColumns, accounts } from './accounts';
import { Fault, quoted } from './csv/fault';
import { readTable, type Table } from './csv/read-table';
import { readValues, type Values } from './csv/table-format';
import { type SubscriptionColumns, subscriptions } from './subscriptions';

export interface RavenStackInput {
  readonly accounts: Table<AccountColumns>;
  /** The account of each is in `accountOf`. */
  readonly subscriptions: Table<SubscriptionColumns>;
  /** By account id: those of the file, and those that only earlier imports brought. */
  readonly accountOf: ReadonlyMap<string, Values<AccountColumns>>;
}

/**
 * Rows that earlier imports recorded, by their external id. So corrected subscriptions can be imported without their
 * accounts, and a row that says something else than before is found.
 */
export interface KnownRows {
  account(externalId: string): Promise<ImportedRow | undefined>;
  subscription(externalId: string): Promise<ImportedRow | undefined>;
}

const nothingKnown: KnownRows = { account: async () => undefined, subscription: async () => undefined };

/** @throws {BadInputFolder} when a file cannot be read, lacks a column or is not UTF-8. */
export async function readRavenStack(folder: string, known: KnownRows = nothingKnown): Promise<RavenStackInput> {
  const accountTable = await readTable(folder, accounts, async ({ values, texts }) =>
    change(await known.account(values.account_id), texts),
  );
  const accountOf = new Map(accountTable.accepted.map(({ values }) => [values.account_id, values]));
  const hasAccount = async (accountId: string): Promise<boolean> => {
    if (accountOf.has(accountId)) return true;
    const recorded = await known.account(accountId);
    if (recorded) accountOf.set(accountId, recordedAccount(recorded));
    return recorded !== undefined;
  };
  const subscriptionTable = await readTable(folder, subscriptions, async ({ values, texts }) =>
    (await hasAccount(values.account_id))
      ? change(await known.subscription(values.subscription_id), texts)
      : unknownAccount(values.account_id),
  );
  return { accounts: accountTable, subscriptions: subscriptionTable, accountOf };
}

/** What was imported once stays: the engine has gone on from there. */
function change(before: ImportedRow | undefined, row: ImportedRow): Fault | undefined {
  const column = before && differingColumn(before, row);
  if (column === undefined) return undefined;
  return new Fault(
    `already imported with other content in column ${column}: it was ${quoted(before?.[column] ?? '')}, here it is ` +
      `${quoted(row[column] ?? '')}. Put the first back: what changed since is changed in the engine.`,
    column,
  );
}

function unknownAccount(accountId: string): Fault {
  return new Fault(
    `${quoted(accountId)} is no account that was accepted: correct it, or its row in ${accounts.file}.`,
  ).in('account_id');
}

function recordedAccount(columns: ImportedRow): Values<AccountColumns> {
  const values = readValues(accounts, columns);
  if (values instanceof Fault) throw new Error(`The recorded account cannot be read: ${values.reason}`);
  return values;
}
