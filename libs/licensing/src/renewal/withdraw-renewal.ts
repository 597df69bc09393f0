import { enforce, type Rule } from '../shared/rule';
import type { RenewalWithdrawn, WithdrawalReason } from './events';
import { hasNotEnded, isNotInvoiced, isRequested } from './rules';
import type { Renewal } from './state';

export type WithdrawRenewal = RenewalWithdrawn['data'];

const isNotInvoicedUnlessTerminated: Rule<Renewal, WithdrawRenewal, object> = (renewal, { reason }) =>
  reason === 'terminated' ? undefined : isNotInvoiced(renewal);

const rules: readonly Rule<Renewal, WithdrawRenewal, object>[] = [
  isRequested,
  hasNotEnded,
  isNotInvoicedUnlessTerminated,
];

/**
 * Ends a renewal before its contracts. Reason `expired` ends only what nobody approved, and never a late renewal.
 * Reason `abandoned` ends only what was never requested; the request that comes after all is refused.
 * Reason `cancelled` ends only what recurring billing opened and nobody approved.
 * Reason `terminated` ends even what is invoiced.
 */
export function withdrawRenewal(renewal: Renewal, command: WithdrawRenewal): RenewalWithdrawn[] {
  if (renewal.stage === 'withdrawn' || !isMeant(renewal, command.reason)) return [];
  if (command.reason !== 'abandoned') enforce(rules, renewal, command, {});
  return [{ type: 'RenewalWithdrawn', data: command }];
}

function isMeant(renewal: Renewal, reason: WithdrawalReason): boolean {
  if (reason === 'abandoned') return renewal.stage === 'unrequested';
  if (reason === 'terminated') return renewal.stage !== 'completed';
  if (reason !== 'expired' && reason !== 'cancelled') return true;
  if (renewal.stage !== 'requested' && renewal.stage !== 'quoted') return false;
  return reason === 'expired' ? !renewal.request.late : renewal.request.source === 'automatic';
}
