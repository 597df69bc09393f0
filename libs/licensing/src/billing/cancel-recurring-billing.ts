import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, LicenseId } from '../shared/words';
import { addDays, daysBetween, localDate, type Term } from '../term';
import type { RecurringBillingCancelled } from './events';
import type { BillingAgreement } from './state';

export interface CancelRecurringBilling {
  readonly licenseId: LicenseId;
  readonly by: Actor;
}

/** `term` is the license's current one. */
export interface DuringTerm extends Decision {
  readonly term: Term;
}

type CancellationRule = Rule<BillingAgreement, CancelRecurringBilling, DuringTerm>;

const isAgreed: CancellationRule = ({ status }) =>
  status === 'none'
    ? refused('NOT_FOUND', 'This license has no recurring billing, so there is nothing to cancel. Let it expire.')
    : undefined;

/** Cancelling takes more than so many days before the renewal, counted in days of the term's zone (L). */
const isBeforeCutOff: CancellationRule = (_agreement, _command, { now, policy, term }) => {
  if (policy.recurringBilling === 'none') return undefined;
  const { cutOffDays } = policy.recurringBilling;
  if (daysBetween(localDate(now, term.zone), term.expiresOn) > cutOffDays) return undefined;
  return refused(
    'CANCELLATION_CUTOFF_PASSED',
    `The term ends on ${term.expiresOn}, and ${addDays(term.expiresOn, -cutOffDays - 1)} was the last day to cancel. Write to ${policy.vendor.salesEmail}.`,
  );
};

const rules = [isAgreed, isBeforeCutOff];

/** The license is no longer renewed by itself; sales can still renew it (L). */
export function cancelRecurringBilling(
  agreement: BillingAgreement,
  command: CancelRecurringBilling,
  decision: DuringTerm,
): RecurringBillingCancelled[] {
  if (agreement.status === 'cancelled') return [];
  enforce(rules, agreement, command, decision);
  const { now, term } = decision;
  const cancelledOn = localDate(now, term.zone);
  return [{ type: 'RecurringBillingCancelled', data: { ...command, cancelledOn, termEnd: term.expiresOn } }];
}
