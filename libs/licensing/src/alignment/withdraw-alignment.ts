import { enforce, refused, type Rule } from '../shared/rule';
import type { AlignmentWithdrawn } from './events';
import { isProposed, refuseUnlessDesk } from './rules';
import type { Alignment } from './state';

export type WithdrawAlignment = AlignmentWithdrawn['data'];

const isByTheDesk: Rule<Alignment, WithdrawAlignment, object> = (_alignment, { by }) => refuseUnlessDesk(by);

const isNotApproved: Rule<Alignment, WithdrawAlignment, object> = (alignment) =>
  alignment.status === 'approved' || alignment.status === 'applied'
    ? refused('NOT_ALLOWED', 'This alignment is approved, and its terms move. Propose another one to move them again.')
    : undefined;

const rules = [isProposed, isByTheDesk, isNotApproved];

/** Ends a proposal that nobody approved. */
export function withdrawAlignment(alignment: Alignment, command: WithdrawAlignment): AlignmentWithdrawn[] {
  enforce(rules, alignment, command, {});
  return alignment.status === 'proposed' ? [{ type: 'AlignmentWithdrawn', data: command }] : [];
}
