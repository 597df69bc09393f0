import type { Tables } from '@renewals/projections';
import { type Mailing, nameOf } from '../delivery/mailing';
import { type OutboxRow, type OutboxTables, withNumbers } from './outbox-table';

/** What of a mailing waits to be addressed, sent, or looked at by an operator. */
export async function waitingMails(tables: Tables, mailing: Mailing): Promise<readonly OutboxRow[]> {
  const rows = await tables
    .withTables<OutboxTables>()
    .selectFrom('outbox')
    .selectAll()
    .where('mailing', '=', nameOf(mailing))
    .orderBy('key')
    .execute();
  return rows.map(withNumbers);
}
