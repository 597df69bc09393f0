import type { RecordedEvent } from '@renewals/event-store';
import type { ReminderEvent, SuppressionReason } from '@renewals/licensing';
import type { Kysely } from 'kysely';
import type { TableDefinition, Tables, TablesInTransaction } from '../runtime/projection';
import type { ReminderDecisionTables } from './reminder-decision-view';

/** How often something was decided since the log began. `reason`: of a suppressed one; of a failed one how it failed. */
export type ReminderTally =
  | { readonly outcome: 'sent' | 'mails'; readonly reason: ''; readonly times: number }
  | { readonly outcome: 'suppressed'; readonly reason: SuppressionReason; readonly times: number }
  | { readonly outcome: 'failed'; readonly reason: 'permanent' | 'parked'; readonly times: number };

type TallyTables = { reminder_tally: { key: string; outcome: string; reason: string; times: number } };

export const reminderTallyTable: TableDefinition = {
  name: 'reminder_tally',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('times', 'bigint', (column) => column.notNull())
      .execute();
  },
};

/** Counts what a batch brings, before its rows are in the ledger: by that it knows which mails it has counted already. */
export async function countReminders(events: readonly RecordedEvent[], database: TablesInTransaction): Promise<void> {
  const counted = new Map<string, number>();
  const count = (outcome: string, reason = '') => {
    const key = `${outcome}|${reason}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  };
  for (const event of events as unknown as readonly ReminderEvent[]) {
    if (event.type === 'ReminderSent') count('sent');
    if (event.type === 'ReminderSuppressed') count('suppressed', event.data.reason);
    if (event.type === 'ReminderFailed') count('failed', event.data.permanent ? 'permanent' : 'parked');
  }
  for (const _mail of await newMails(events, database)) count('mails');
  await add(counted, database);
}

/** Reminders of one digest share its Message-ID. */
async function newMails(events: readonly RecordedEvent[], database: TablesInTransaction): Promise<readonly string[]> {
  const mails = new Set(
    (events as unknown as readonly ReminderEvent[]).flatMap((event) =>
      event.type === 'ReminderSent' ? [event.data.messageId] : [],
    ),
  );
  if (mails.size === 0) return [];
  const known = await database
    .withTables<ReminderDecisionTables>()
    .selectFrom('reminder_decision')
    .select('messageId')
    .where('messageId', 'in', [...mails])
    .where('outcome', '=', 'sent')
    .execute();
  for (const { messageId } of known) if (messageId !== null) mails.delete(messageId);
  return [...mails];
}

async function add(counted: ReadonlyMap<string, number>, transaction: TablesInTransaction): Promise<void> {
  if (counted.size === 0) return;
  const database = transaction.withTables<TallyTables>();
  const before = await database.selectFrom('reminder_tally').selectAll().execute();
  for (const [key, more] of counted) {
    const [outcome = '', reason = ''] = key.split('|');
    const times = Number(before.find((row) => row.key === key)?.times ?? 0) + more;
    await database
      .insertInto('reminder_tally')
      .values({ key, outcome, reason, times })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ times }))
      .execute();
  }
}

/** Reads of what was counted: the same after a restart, and after a rebuild. */
export class ReminderTallies {
  private readonly database: Kysely<TallyTables>;

  constructor(database: Tables) {
    this.database = database.withTables<TallyTables>();
  }

  async all(): Promise<readonly ReminderTally[]> {
    const rows = await this.database.selectFrom('reminder_tally').select(['outcome', 'reason', 'times']).execute();
    return rows.map((row) => ({ ...row, times: Number(row.times) }) as ReminderTally);
  }
}
