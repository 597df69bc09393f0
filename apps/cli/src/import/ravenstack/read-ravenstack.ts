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
 * The columns of an account as an earlier import recorded them, by its external id. So corrected subscriptions can be
 * imported without their accounts.
 */
export type KnownAccount = (externalId: string) => Promise<Readonly<Record<string, string>> | undefined>;

/** @throws {BadInputFolder} when a file cannot be read, lacks a column or is not UTF-8. */
export async function readRavenStack(
  folder: string,
  knownAccount: KnownAccount = async () => undefined,
): Promise<RavenStackInput> {
  const accountTable = await readTable(folder, accounts);
  const accountOf = new Map(accountTable.accepted.map(({ values }) => [values.account_id, values]));
  const subscriptionTable = await readTable(folder, subscriptions, async ({ account_id }) => {
    if (accountOf.has(account_id)) return undefined;
    const known = await knownAccount(account_id);
    if (!known) return unknownAccount(account_id);
    accountOf.set(account_id, recordedAccount(known));
    return undefined;
  });
  return { accounts: accountTable, subscriptions: subscriptionTable, accountOf };
}

function unknownAccount(accountId: string): Fault {
  return new Fault(
    `${quoted(accountId)} is no account that was accepted: correct it, or its row in ${accounts.file}.`,
  ).in('account_id');
}

function recordedAccount(columns: Readonly<Record<string, string>>): Values<AccountColumns> {
  const values = readValues(accounts, columns);
  if (values instanceof Fault) throw new Error(`The recorded account cannot be read: ${values.reason}`);
  return values;
}
