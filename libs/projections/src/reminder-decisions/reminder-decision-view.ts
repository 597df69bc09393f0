import type { EventMetadata } from '@renewals/event-store';
import { addDays, type ReminderEvent } from '@renewals/licensing';
import { sql } from 'kysely';
import type { TableDefinition } from '../runtime/projection';
import type { RowView } from '../runtime/row-view';

/** One decision about a reminder: it was sent, suppressed, or could not be delivered. */
export type ReminderDecisionRow = {
  event: string;
  license: string;
  subject: 'license' | 'maintenance';
  expiresOn: string;
  offset: number;
  contactId: string | null;
  dueOn: string;
  outcome: 'sent' | 'suppressed' | 'failed';
  /** Of a suppressed one. */
  reason: string | null;
  /** Of a mail that was sent, or tried; reminders that go out in one digest share it. */
  messageId: string | null;
  /** What the server said, without addresses: when it took the mail, or refused it. */
  answer: string | null;
  /** RFC 3339, UTC. */
  decidedAt: string;
};

export type ReminderDecisionTables = { reminder_decision: ReminderDecisionRow };

export const reminderDecisionColumns = [
  'event',
  'license',
  'subject',
  'expiresOn',
  'offset',
  'contactId',
  'dueOn',
  'outcome',
  'reason',
  'messageId',
  'answer',
  'decidedAt',
] as const;

const table: TableDefinition = {
  name: 'reminder_decision',
  create: async (database, name) => {
    let definition = database.schema.createTable(name).ifNotExists();
    for (const column of reminderDecisionColumns) {
      definition = definition.addColumn(column, column === 'offset' ? 'integer' : 'text', (cell) =>
        column === 'event' ? cell.primaryKey() : cell,
      );
    }
    await definition.execute();
    await database.schema.createIndex(`${name}_license`).ifNotExists().on(name).columns(['license', 'dueOn']).execute();
    await database.schema
      .createIndex(`${name}_message`)
      .ifNotExists()
      .on(name)
      .column('messageId')
      .where(sql.ref('messageId'), 'is not', null)
      .execute();
  },
};

/** The ledger: why a reminder came, or did not. */
export const reminderDecisionView: RowView<ReminderDecisionRow> = {
  name: 'reminder-decisions',
  table,
  categories: ['reminder'],
  columns: reminderDecisionColumns,
  key: 'event',
  keysOf: ({ id, type }) =>
    type === 'ReminderSent' || type === 'ReminderSuppressed' || type === 'ReminderFailed' ? [id] : [],
  evolve: (_row, recorded, event) => {
    const reminder = recorded as unknown as Exclude<ReminderEvent, { type: 'ReminderDue' | 'AlertRaised' }>;
    const { subject, expiresOn, offset } = reminder.data;
    return {
      event,
      license: subject.id,
      subject: subject.kind,
      expiresOn,
      offset,
      contactId: reminder.data.contactId ?? null,
      dueOn: addDays(expiresOn, -offset),
      ...outcomeOf(reminder),
      decidedAt: (recorded.metadata as EventMetadata).recordedAt,
    };
  },
};

type Outcome = Pick<ReminderDecisionRow, 'outcome' | 'reason' | 'messageId' | 'answer'>;

function outcomeOf(event: Exclude<ReminderEvent, { type: 'ReminderDue' | 'AlertRaised' }>): Outcome {
  switch (event.type) {
    case 'ReminderSent': {
      const { messageId, answer } = event.data;
      return { outcome: 'sent', reason: null, messageId, answer };
    }
    case 'ReminderSuppressed':
      return { outcome: 'suppressed', reason: event.data.reason, messageId: null, answer: null };
    case 'ReminderFailed': {
      const { messageId, answer } = event.data;
      return { outcome: 'failed', reason: null, messageId, answer };
    }
  }
}
