import { enforce, refused, type Rule } from '../shared/rule';
import type { RecurringBillingEnabled } from './events';
import type { BillingAgreement } from './state';

export type EnableRecurringBilling = RecurringBillingEnabled['data'];

const wasNotCancelled: Rule<BillingAgreement, EnableRecurringBilling, object> = ({ status }) =>
  status === 'cancelled'
    ? refused('NOT_ALLOWED', 'Recurring billing of this license was cancelled. Resume it instead.')
    : undefined;

const rules = [wasNotCancelled];

export function enableRecurringBilling(
  agreement: BillingAgreement,
  command: EnableRecurringBilling,
): RecurringBillingEnabled[] {
  enforce(rules, agreement, command, {});
  return agreement.status === 'on' ? [] : [{ type: 'RecurringBillingEnabled', data: command }];
}
