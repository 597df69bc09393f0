import { enforce, refused, type Rule } from '../shared/rule';
import type { AlignmentApplied } from './events';
import { isNotWithdrawn, isProposed, refuseUnlessDesk } from './rules';
import type { Alignment } from './state';

export type ApplyAlignment = AlignmentApplied['data'];

type ApplicationRule = Rule<Alignment, Pick<ApplyAlignment, 'by'>, object>;

const isByTheDeskOrItself: ApplicationRule = (_alignment, { by }) =>
  by.type === 'automation' ? undefined : refuseUnlessDesk(by);

const isApproved: ApplicationRule = (alignment) =>
  alignment.status === 'proposed'
    ? refused('NOT_ALLOWED', 'This alignment is not approved yet. Have it approved: it is applied by itself then.')
    : undefined;

/** What must hold before the first of its lines is moved. */
export const applicationRules: readonly ApplicationRule[] = [
  isProposed,
  isNotWithdrawn,
  isByTheDeskOrItself,
  isApproved,
];

/** Records what became of each line, once every line was moved or refused. */
export function applyAlignment(alignment: Alignment, command: ApplyAlignment): AlignmentApplied[] {
  enforce(applicationRules, alignment, command, {});
  return alignment.status === 'approved' ? [{ type: 'AlignmentApplied', data: command }] : [];
}
