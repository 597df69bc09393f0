import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, LicenseId, Zone } from '../shared/words';
import { localDate } from '../term';
import type { RecurringBillingResumed } from './events';
import type { BillingAgreement } from './state';

export interface ResumeRecurringBilling {
  readonly licenseId: LicenseId;
  readonly by: Actor;
}

/** `zone` is that of the license's term. */
export interface InZone extends AtTime {
  readonly zone: Zone;
}

const wasAgreed: Rule<BillingAgreement, ResumeRecurringBilling, InZone> = ({ status }) =>
  status === 'none' ? refused('NOT_FOUND', 'This license never had recurring billing. Enable it instead.') : undefined;

const rules = [wasAgreed];

export function resumeRecurringBilling(
  agreement: BillingAgreement,
  command: ResumeRecurringBilling,
  decision: InZone,
): RecurringBillingResumed[] {
  enforce(rules, agreement, command, decision);
  if (agreement.status === 'on') return [];
  const resumedOn = localDate(decision.now, decision.zone);
  return [{ type: 'RecurringBillingResumed', data: { ...command, resumedOn } }];
}
