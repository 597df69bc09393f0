import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { SalesTaskDone, SalesTaskDropped, SalesTaskEvent, SalesTaskOpened } from './events';

export type SalesTask =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly task: SalesTaskOpened['data'] }
  | { readonly status: 'dropped'; readonly task: SalesTaskOpened['data']; readonly dropped: SalesTaskDropped['data'] }
  | { readonly status: 'done'; readonly task: SalesTaskOpened['data']; readonly done: SalesTaskDone['data'] };

function evolve(task: SalesTask, event: SalesTaskEvent): SalesTask {
  switch (event.type) {
    case 'SalesTaskOpened':
      return { status: 'open', task: event.data };
    case 'SalesTaskDropped':
      return { status: 'dropped', task: open(task, event), dropped: event.data };
    case 'SalesTaskDone':
      return { status: 'done', task: open(task, event), done: event.data };
    default:
      throw new UnknownEvent('salesTask', event);
  }
}

function open(task: SalesTask, event: SalesTaskEvent): SalesTaskOpened['data'] {
  if (task.status !== 'open') throw new EventOutOfPlace('salesTask', event, task.status);
  return task.task;
}

export const salesTaskStream: StreamDefinition<SalesTask, SalesTaskEvent> = {
  category: 'salesTask',
  initial: { status: 'none' },
  evolve,
};
