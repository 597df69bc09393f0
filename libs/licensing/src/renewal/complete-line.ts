import { enforce } from '../shared/rule';
import type { RenewalLineCompleted, RenewalLineFailed } from './events';
import { hasInvoice, hasNotEnded, isRequested, namesOneOfItsLines } from './rules';
import { lineOf, type Renewal } from './state';

export type CompleteLine = RenewalLineCompleted['data'];
export type FailLine = RenewalLineFailed['data'];

const rules = [isRequested, hasNotEnded, hasInvoice, namesOneOfItsLines];

/** The line has its successor. */
export function completeLine(renewal: Renewal, command: CompleteLine): RenewalLineCompleted[] {
  if (isDone(renewal, command)) return [];
  enforce(rules, renewal, command, {});
  return [{ type: 'RenewalLineCompleted', data: command }];
}

/** The line will never have a successor, for the refusal that is given. */
export function failLine(renewal: Renewal, command: FailLine): RenewalLineFailed[] {
  if (isDone(renewal, command)) return [];
  enforce(rules, renewal, command, {});
  return [{ type: 'RenewalLineFailed', data: command }];
}

function isDone(renewal: Renewal, { subject }: Pick<CompleteLine, 'subject'>): boolean {
  const line = lineOf(renewal, subject);
  return line !== undefined && line.progress !== 'waiting';
}
