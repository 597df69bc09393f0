import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { endsAt, localDate, type Term } from '../term';
import { contractTerm } from './contract-term';
import type { LateRenewalAuthorized } from './events';
import { hasLapsed, hasNotEnded, isNotInvoiced, isRequested } from './rules';
import { isOpen, type Renewal } from './state';

export type AuthorizeLate = LateRenewalAuthorized['data'];

/** `terms` are those of the renewal's licenses. */
export interface OverTerms extends AtTime {
  readonly terms: readonly Term[];
}

type LateRule = Rule<Renewal, AuthorizeLate, OverTerms>;

const isAuthorizedBySupport: LateRule = (_renewal, { by }) =>
  by.type === 'support'
    ? undefined
    : refused('NOT_ALLOWED', 'Only support authorizes a late renewal. Write to support.');

const isLate: LateRule = (renewal, _command, { now }) =>
  isOpen(renewal) && !hasLapsed(renewal.lines, now)
    ? refused('NOT_ALLOWED', 'No license of this renewal has expired yet. Approve it without an authorization.')
    : undefined;

const isNotOverAgain: LateRule = (_renewal, { basis }, { now, terms }) => {
  const over = terms
    .map((old) => contractTerm({ old, invoicedOn: localDate(now, old.zone), lateBasis: basis }))
    .find(({ expiresOn, zone }) => now >= endsAt(expiresOn, zone));
  return over
    ? refused(
        'INVALID_DATE',
        `Run on from the old expiry, the new term ended on ${over.expiresOn} already. Choose from-now.`,
      )
    : undefined;
};

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
