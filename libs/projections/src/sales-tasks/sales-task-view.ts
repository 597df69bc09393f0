import type { RecordedEvent } from '@renewals/event-store';
import { endsAt, type SalesTaskEvent, type SalesTaskOpened } from '@renewals/licensing';
import { rowProjection, type RowView } from '../runtime/row-view';
import { idOf } from '../runtime/subjects';
import { salesTaskColumns, type SalesTaskRow, salesTaskTable } from './sales-task-table';

export const salesTaskView: RowView<SalesTaskRow> = {
  name: 'sales-tasks',
  table: salesTaskTable,
  categories: ['salesTask'],
  columns: salesTaskColumns,
  key: 'task',
  keysOf: (event) => [idOf(event)],
  evolve: (row, event) => {
    const changed = evolve(row, event);
    return changed && { ...changed, revision: event.revision };
  },
};

export const salesTaskProjection = rowProjection(salesTaskView);

function evolve(row: SalesTaskRow | undefined, recorded: RecordedEvent): SalesTaskRow | undefined {
  const event = recorded as unknown as SalesTaskEvent;
  if (event.type === 'SalesTaskOpened') return opened(event.data);
  if (!row) return undefined;
  switch (event.type) {
    case 'SalesTaskDropped':
      return { ...row, status: 'dropped', droppedBecause: event.data.reason };
    case 'SalesTaskDone':
      return { ...row, status: 'done', doneBy: event.data.by.id, note: event.data.note ?? null };
  }
}

function opened(data: SalesTaskOpened['data']): SalesTaskRow {
  const about = data.purpose === 'write-to-billing-contact' ? data : undefined;
  return {
    task: data.taskId,
    purpose: data.purpose,
    status: 'open',
    policy: data.policy,
    channel: data.channel,
    organization: data.organizationId,
    orderId: data.orderId,
    license: about?.subject.id ?? null,
    subject: about?.subject.kind ?? null,
    expiresOn: about?.expiresOn ?? null,
    renewal: data.purpose === 'payment-reversed' ? data.renewalId : null,
    openedOn: data.openedOn,
    dueOn: data.dueOn,
    zone: data.zone,
    overdueAt: endsAt(data.dueOn, data.zone),
    doneBy: null,
    note: null,
    droppedBecause: null,
    revision: 0,
  };
}
