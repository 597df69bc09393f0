import type { OfOrder } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, LicenseId } from '../shared/words';
import { localDate, type Term } from '../term';
import { lastDayToChange } from './cut-off';
import type { RecurringBillingCancelled } from './events';
import type { BillingAgreement } from './state';

export interface CancelRecurringBilling {
  readonly licenseId: LicenseId;
  readonly by: Actor;
}

/** `term` is the license's current one. */
export interface DuringTerm extends OfOrder {
  readonly term: Term;
}

type CancellationRule = Rule<BillingAgreement, CancelRecurringBilling, DuringTerm>;

const isAgreed: CancellationRule = ({ status }) =>
  status === 'none'
    ? refused('NOT_FOUND', 'This license has no recurring billing, so there is nothing to cancel. Let it expire.')
    : undefined;

/** Cancelling takes more than so many days before the renewal, counted in days of the term's zone (L). */
const isBeforeCutOff: CancellationRule = (_agreement, _command, { term, ...decision }) => {
  const lastDay = lastDayToChange(decision, term);
  if (lastDay === undefined || localDate(decision.now, term.zone) <= lastDay) return undefined;
  return refused(
    'CANCELLATION_CUTOFF_PASSED',
    `The term ends on ${term.expiresOn}, and ${lastDay} was the last day to cancel. Write to ${decision.policy.vendor.salesEmail}.`,
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
