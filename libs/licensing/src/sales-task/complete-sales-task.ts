import { enforce, refused, type Rule } from '../shared/rule';
import type { SalesTaskDone } from './events';
import type { SalesTask } from './state';

export type CompleteSalesTask = SalesTaskDone['data'];

type CompletionRule = Rule<SalesTask, CompleteSalesTask, object>;

const wasOpened: CompletionRule = ({ status }) =>
  status === 'none' ? refused('NOT_FOUND', 'There is no such task. Look it up in the list of sales tasks.') : undefined;

const isStillNeeded: CompletionRule = (task) =>
  task.status === 'dropped'
    ? refused('NOT_ALLOWED', `This task was taken back: ${task.dropped.reason}. Leave it, nothing is to be done.`)
    : undefined;

const rules = [wasOpened, isStillNeeded];

/** Somebody did it. */
export function completeSalesTask(task: SalesTask, command: CompleteSalesTask): SalesTaskDone[] {
  if (task.status === 'done') return [];
  enforce(rules, task, command, {});
  return [{ type: 'SalesTaskDone', data: command }];
}
