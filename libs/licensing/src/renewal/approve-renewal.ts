import type { AtTime } from '../shared/decision';
import { enforce, type Rule } from '../shared/rule';
import type { Actor } from '../shared/words';
import { addDays } from '../term';
import type { RenewalApproved } from './events';
import { hasNotEnded, isInTimeOrAuthorized, isRequested, isSettled } from './rules';
import { isOpen, type Renewal, type RunningRenewal } from './state';

export interface ApproveRenewal {
  readonly approvedBy: Actor;
}

const rules: readonly Rule<Renewal, ApproveRenewal, AtTime>[] = [isRequested, hasNotEnded, isInTimeOrAuthorized];

/** Agrees in advance: the new term starts when the old one is over, so no day is lost and none overlaps (L). */
export function approveRenewal(renewal: Renewal, command: ApproveRenewal, decision: AtTime): RenewalApproved[] {
  enforce(rules, renewal, command, decision);
  return isOpen(renewal) && !isSettled(renewal) ? [approval(renewal, command.approvedBy)] : [];
}

export function approval({ lines }: RunningRenewal, approvedBy: Actor): RenewalApproved {
  return {
    type: 'RenewalApproved',
    data: {
      approvedBy,
      lines: lines.map(({ subject, currentExpiresOn }) => ({ subject, earliestStart: addDays(currentExpiresOn, 1) })),
    },
  };
}
