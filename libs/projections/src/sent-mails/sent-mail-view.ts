import type { EventMetadata } from '@renewals/event-store';
import type { NoticeEvent, ReminderEvent } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';

/** One mail that went out, whatever it told of. */
export type SentMailRow = {
  messageId: string;
  /** A contact, or the people of the vendor: `sales`, `support`. */
  recipient: string;
  /** When it was known to have gone out. RFC 3339, UTC. */
  sentAt: string;
};

export type SentMailTables = { sent_mail: SentMailRow };

const table: TableDefinition = {
  name: 'sent_mail',
  create: async (database, name) => {
    await database.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('messageId', 'text', (column) => column.primaryKey())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('sentAt', 'text', (column) => column.notNull())
      .execute();
  },
};

/** Whose each mail was, so that one that comes back is known by its Message-ID. */
export const sentMailView: RowView<SentMailRow> = {
  name: 'sent-mails',
  table,
  categories: ['reminder', 'notice'],
  columns: ['messageId', 'recipient', 'sentAt'],
  key: 'messageId',
  keysOf: (recorded) => {
    const event = recorded as unknown as ReminderEvent | NoticeEvent;
    return event.type === 'ReminderSent' || event.type === 'NoticeSent' ? [event.data.messageId] : [];
  },
  evolve: (row, { data, metadata }, messageId) => ({
    messageId,
    recipient: String(data['contactId'] ?? data['to']),
    sentAt: row?.sentAt ?? (metadata as EventMetadata).recordedAt,
  }),
};

export const sentMailProjection = rowProjection(sentMailView);
