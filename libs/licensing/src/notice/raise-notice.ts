import type { Instant } from '../shared/words';
import type { NoticeDue, NoticeSuppressed } from './events';
import { isAwaited } from './notice';
import type { NoticeDecision } from './state';

export type RaiseNotice = NoticeDue['data'];

export interface RaisedAt {
  /** When what it is about happened. */
  readonly dueAt: Instant;
  /** When mail was released after an import. What fell due before is recorded, not sent. */
  readonly mailReleasedAt?: Instant;
}

/** Decides once that a notice is to be sent. */
export function raiseNotice(
  decision: NoticeDecision,
  notice: RaiseNotice,
  { dueAt, mailReleasedAt }: RaisedAt,
): (NoticeDue | NoticeSuppressed)[] {
  if (decision.outcome !== 'undecided') return [];
  const wasHeld = mailReleasedAt !== undefined && dueAt < mailReleasedAt && !isAwaited(notice.kind);
  return wasHeld
    ? [{ type: 'NoticeSuppressed', data: { ...notice, reason: 'before-go-live' } }]
    : [{ type: 'NoticeDue', data: notice }];
}
