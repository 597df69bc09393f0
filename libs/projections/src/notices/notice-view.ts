import type { EventMetadata } from '@renewals/event-store';
import type { Notice, NoticeEvent, NoticeKind } from '@renewals/licensing';
import type { TableDefinition } from '../runtime/projection';
import { rowProjection, type RowView } from '../runtime/row-view';

/** One decision about a notice: it was sent, suppressed, or could not be delivered. */
export type NoticeRow = {
  event: string;
  notice: string;
  kind: NoticeKind;
  /** What it is about; each names one thing, or none. */
  license: string | null;
  orderId: string | null;
  organization: string | null;
  renewal: string | null;
  task: string | null;
  /** A contact's id, `sales` or `support`; none where the decision is about everybody. */
  recipient: string | null;
  outcome: 'sent' | 'suppressed' | 'failed';
  /** Why it was not sent, or what the server answered. */
  reason: string | null;
  messageId: string | null;
  /** Milliseconds since the epoch. */
  decidedAt: number;
};

export type NoticeTables = { notice: NoticeRow };

const columns = [
  'event',
  'notice',
  'kind',
  'license',
  'orderId',
  'organization',
  'renewal',
  'task',
  'recipient',
  'outcome',
  'reason',
  'messageId',
  'decidedAt',
] as const satisfies readonly (keyof NoticeRow)[];

const foundBy = ['license', 'orderId', 'organization', 'renewal', 'recipient'] as const;

const table: TableDefinition = {
  name: 'notice',
  create: async (database, name) => {
    let definition = database.schema.createTable(name).ifNotExists();
    for (const column of columns) {
      definition = definition.addColumn(column, column === 'decidedAt' ? 'bigint' : 'text', (cell) =>
        column === 'event' ? cell.primaryKey() : cell,
      );
    }
    await definition.execute();
    await database.schema
      .createIndex(`${name}_decided`)
      .ifNotExists()
      .on(name)
      .columns(['decidedAt', 'event'])
      .execute();
    for (const column of foundBy) {
      await database.schema.createIndex(`${name}_${column}`).ifNotExists().on(name).column(column).execute();
    }
  },
};

type Decision = Exclude<NoticeEvent, { type: 'NoticeDue' }>;

/** The ledger of every mail that is no reminder: why it came, or did not. */
export const noticeView: RowView<NoticeRow> = {
  name: 'notices',
  table,
  categories: ['notice'],
  columns,
  key: 'event',
  keysOf: ({ id, type }) => (type === 'NoticeDue' ? [] : [id]),
  evolve: (_row, recorded, event) => {
    const decision = recorded as unknown as Decision;
    return {
      event,
      notice: decision.data.noticeId,
      kind: decision.data.kind,
      ...namedIn(decision.data),
      recipient: recipientOf(decision),
      ...outcomeOf(decision),
      decidedAt: Date.parse((recorded.metadata as EventMetadata).recordedAt),
    };
  },
};

export const noticeProjection = rowProjection(noticeView);

type Named = Pick<NoticeRow, 'license' | 'orderId' | 'organization' | 'renewal' | 'task'>;

function namedIn({ about }: Notice): Named {
  return {
    license: 'licenseId' in about ? about.licenseId : 'subject' in about ? about.subject.id : null,
    orderId: 'orderId' in about ? about.orderId : null,
    organization: 'organizationId' in about ? about.organizationId : null,
    renewal: 'renewalId' in about ? about.renewalId : null,
    task: 'taskId' in about ? about.taskId : null,
  };
}

function recipientOf({ data }: Decision): string | null {
  if (data.to === undefined) return null;
  return data.to === 'contact' ? data.contactId : data.to;
}

function outcomeOf(event: Decision): Pick<NoticeRow, 'outcome' | 'reason' | 'messageId'> {
  switch (event.type) {
    case 'NoticeSent':
      return { outcome: 'sent', reason: null, messageId: event.data.messageId };
    case 'NoticeSuppressed':
      return { outcome: 'suppressed', reason: event.data.reason, messageId: null };
    case 'NoticeFailed':
      return { outcome: 'failed', reason: event.data.answer, messageId: null };
  }
}
