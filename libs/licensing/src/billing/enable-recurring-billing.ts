import { channelPolicy } from '../policy';
import type { OfOrder } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { RecurringBillingEnabled } from './events';
import type { BillingAgreement } from './state';

export type EnableRecurringBilling = RecurringBillingEnabled['data'];

type EnablingRule = Rule<BillingAgreement, EnableRecurringBilling, Pick<OfOrder, 'policy' | 'channel'>>;

const wasNotCancelled: EnablingRule = ({ status }) =>
  status === 'cancelled'
    ? refused('NOT_ALLOWED', 'Recurring billing of this license was cancelled. Resume it instead.')
    : undefined;

const isOffered: EnablingRule = (_agreement, _command, { policy, channel }) =>
  channelPolicy(policy, channel).recurringBilling === 'none'
    ? refused('NOT_ALLOWED', `${policy.vendor.name} has no recurring billing. Request the renewal when it is due.`)
    : undefined;

const rules = [wasNotCancelled, isOffered];

export function enableRecurringBilling(
  agreement: BillingAgreement,
  command: EnableRecurringBilling,
  decision: Pick<OfOrder, 'policy' | 'channel'>,
): RecurringBillingEnabled[] {
  enforce(rules, agreement, command, decision);
  return agreement.status === 'on' ? [] : [{ type: 'RecurringBillingEnabled', data: command }];
}

/** Recurring billing goes on with the successor of a license: nobody has to agree to it again (L). */
export function keepRecurringBilling(
  agreement: BillingAgreement,
  command: Pick<EnableRecurringBilling, 'licenseId' | 'billingContactId'>,
): RecurringBillingEnabled[] {
  return agreement.status === 'none' ? [{ type: 'RecurringBillingEnabled', data: command }] : [];
}
