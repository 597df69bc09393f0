import type { SoldUnder } from '../policy';
import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, LicenseId } from '../shared/words';
import { localDate } from '../term';
import type { RecurringBillingResumed } from './events';
import type { BillingAgreement } from './state';

export interface ResumeRecurringBilling {
  readonly licenseId: LicenseId;
  readonly by: Actor;
}

/** The term that is renewed next, and how it was sold. */
export interface OfTerm extends AtTime, Pick<RecurringBillingResumed['data'], 'subject' | 'term'> {
  readonly soldUnder: SoldUnder;
}

const wasAgreed: Rule<BillingAgreement, ResumeRecurringBilling, OfTerm> = ({ status }) =>
  status === 'none' ? refused('NOT_FOUND', 'This license never had recurring billing. Enable it instead.') : undefined;

const rules = [wasAgreed];

export function resumeRecurringBilling(
  agreement: BillingAgreement,
  command: ResumeRecurringBilling,
  decision: OfTerm,
): RecurringBillingResumed[] {
  enforce(rules, agreement, command, decision);
  if (agreement.status === 'on') return [];
  const { now, subject, soldUnder } = decision;
  const { startsOn, expiresOn, zone } = decision.term;
  const data = {
    ...command,
    resumedOn: localDate(now, zone),
    subject,
    term: { startsOn, expiresOn, zone },
    ...soldUnder,
  };
  return [{ type: 'RecurringBillingResumed', data }];
}
