import type { Kysely } from 'kysely';
import type { LicenseTables } from '../license/license-table';
import type { Tables } from '../runtime/projection';
import type { ReminderDecisionRow, ReminderDecisionTables } from './reminder-decision-view';

export type ReminderDecision = ReminderDecisionRow & {
  externalId: string | null;
  /** Reminders that went out in its mail: more than one make a digest. None where no mail went out. */
  inMail: number;
};

/** Reads of the reminder ledger. */
export class ReminderDecisions {
  private readonly database: Kysely<ReminderDecisionTables & LicenseTables>;

  constructor(database: Tables) {
    this.database = database.withTables<ReminderDecisionTables & LicenseTables>();
  }

  /** Every decision ever taken, sorted by due day, external id, offset descending; one in memory at a time. */
  async *all(): AsyncGenerator<ReminderDecision> {
    for await (const row of this.sorted().stream()) yield withNumbers(row);
  }

  async ofLicense(license: string): Promise<ReminderDecision[]> {
    const rows = await this.sorted().where('reminder_decision.license', '=', license).execute();
    return rows.map(withNumbers);
  }

  /** How many reminders went out in each of these mails, by Message-ID. */
  async inMails(messageIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (messageIds.length === 0) return new Map();
    const rows = await this.database
      .selectFrom('reminder_decision')
      .select(({ fn }) => ['messageId', fn.countAll().as('reminders')])
      .where('messageId', 'in', messageIds)
      .where('outcome', '=', 'sent')
      .groupBy('messageId')
      .execute();
    return new Map(rows.map(({ messageId, reminders }) => [String(messageId), Number(reminders)]));
  }

  private sorted() {
    return this.database
      .selectFrom('reminder_decision')
      .leftJoin('license', 'license.license', 'reminder_decision.license')
      .selectAll('reminder_decision')
      .select('license.externalId')
      .select((eb) =>
        eb
          .selectFrom('reminder_decision as other')
          .select(({ fn }) => fn.countAll<number>().as('reminders'))
          .whereRef('other.messageId', '=', 'reminder_decision.messageId')
          .where('other.outcome', '=', 'sent')
          .as('inMail'),
      )
      .orderBy('reminder_decision.dueOn')
      .orderBy('license.externalId')
      .orderBy('reminder_decision.offset', 'desc')
      .orderBy('reminder_decision.event');
  }
}

/** PostgreSQL answers counts as text. */
function withNumbers<Row extends { readonly inMail: number | null }>(row: Row): Row & { readonly inMail: number } {
  return { ...row, inMail: Number(row.inMail) };
}
