import type { Kysely } from 'kysely';
import type { LicenseTables } from '../license/license-table';
import type { Tables } from '../runtime/projection';
import type { ReminderDecisionRow, ReminderDecisionTables } from './reminder-decision-view';

export type ReminderDecision = ReminderDecisionRow & { externalId: string | null };

/** Reads of the reminder ledger. */
export class ReminderDecisions {
  private readonly database: Kysely<ReminderDecisionTables & LicenseTables>;

  constructor(database: Tables) {
    this.database = database.withTables<ReminderDecisionTables & LicenseTables>();
  }

  /** Every decision ever taken, sorted by due day, external id, offset descending; one in memory at a time. */
  all(): AsyncIterable<ReminderDecision> {
    return this.sorted().stream();
  }

  ofLicense(license: string): Promise<ReminderDecision[]> {
    return this.sorted().where('reminder_decision.license', '=', license).execute();
  }

  private sorted() {
    return this.database
      .selectFrom('reminder_decision')
      .leftJoin('license', 'license.license', 'reminder_decision.license')
      .selectAll('reminder_decision')
      .select('license.externalId')
      .orderBy('reminder_decision.dueOn')
      .orderBy('license.externalId')
      .orderBy('reminder_decision.offset', 'desc')
      .orderBy('reminder_decision.event');
  }
}
