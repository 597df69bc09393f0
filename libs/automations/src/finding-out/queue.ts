import { type ContactId, subjectKey } from '@renewals/licensing';
import { type OutboxRow, waitingMails } from '@renewals/mail';
import type { Tables } from '@renewals/projections';
import { detailOf, REMINDERS } from '../reminders/reminders';
import type { DeadlineTable, DeadlineTables } from '../runtime/deadline-table';
import type { Queue, Waiting } from './explanation/dossier';
import type { AskedReminder } from './explanation/explanation';

/** What of the reminder waits, among the deadlines and in the outbox. */
export async function queueOf(asked: AskedReminder, database: Tables): Promise<Omit<Queue, 'mail'>> {
  const decision = await deadlineOf(asked, database);
  const mails = await waitingMails(database, { kind: 'reminder', ...asked });
  return { ...(decision && { decision: waitingDeadline(decision) }), mails: mails.map(waitingMail) };
}

function deadlineOf({ subject, expiresOn, offset }: AskedReminder, tables: Tables): Promise<DeadlineTable | undefined> {
  return tables
    .withTables<DeadlineTables>()
    .selectFrom('deadline')
    .selectAll()
    .where('kind', '=', REMINDERS)
    .where('subject', '=', subjectKey(subject))
    .where('detail', '=', detailOf(expiresOn, offset))
    .executeTakeFirst();
}

function waitingDeadline({ key, nextAt, attempts, parkedAt, lastError }: DeadlineTable): Waiting {
  return {
    row: `deadline ${key}`,
    nextAttemptAt: Number(nextAt),
    attempts,
    parked: parkedAt !== null,
    ...(lastError !== null && { lastError }),
  };
}

function waitingMail(row: OutboxRow): Queue['mails'][number] {
  const { key, recipient, nextAttemptAt, attempts, parkedAt, lastError } = row;
  return {
    row: `outbox ${key}`,
    ...(recipient !== '' && { recipient: recipient as ContactId }),
    nextAttemptAt,
    attempts,
    parked: parkedAt !== null,
    ...(lastError !== null && { lastError }),
  };
}
