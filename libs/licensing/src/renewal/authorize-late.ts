import { enforce, refused, type Rule } from '../shared/rule';
import type { LateRenewalAuthorized } from './events';
import { endsInTheFuture, hasLapsed, hasNotEnded, isNotInvoiced, isRequested, type OverTerms } from './rules';
import { isOpen, type Renewal } from './state';

export type AuthorizeLate = LateRenewalAuthorized['data'];

type LateRule = Rule<Renewal, AuthorizeLate, OverTerms>;

const isAuthorizedBySupport: LateRule = (_renewal, { by }) =>
  by.type === 'support'
    ? undefined
    : refused('NOT_ALLOWED', 'Only support authorizes a late renewal. Write to support.');

const isLate: LateRule = (renewal, _command, { now }) =>
  isOpen(renewal) && !hasLapsed(renewal.lines, renewal.request.graceDays, now)
    ? refused('NOT_ALLOWED', 'No license of this renewal has expired yet. Approve it without an authorization.')
    : undefined;

const isNotOverAgain: LateRule = (_renewal, { basis }, decision) => endsInTheFuture(basis, decision);

const rules: readonly LateRule[] = [
  isRequested,
  hasNotEnded,
  isNotInvoiced,
  isAuthorizedBySupport,
  isLate,
  isNotOverAgain,
];

/** Support chooses whether a late term runs on from the old expiry or from now; a later choice replaces an earlier one. */
export function authorizeLate(renewal: Renewal, command: AuthorizeLate, decision: OverTerms): LateRenewalAuthorized[] {
  enforce(rules, renewal, command, decision);
  if (isOpen(renewal) && renewal.lateBasis === command.basis) return [];
  return [{ type: 'LateRenewalAuthorized', data: command }];
}
