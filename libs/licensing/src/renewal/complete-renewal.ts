import { enforce } from '../shared/rule';
import type { Actor } from '../shared/words';
import type { RenewalCompleted } from './events';
import { hasInvoice, isRequested } from './rules';
import { restOf } from './settlement/balance';
import type { CreditIssued } from './settlement/events';
import { type CompletedRenewal, type InvoicedRenewal, isInvoiced, type Renewal } from './state';

export interface CompleteRenewal {
  /** Of the credit note for lines that failed, if any did. */
  readonly creditId: string;
  readonly by: Actor;
}

const rules = [isRequested, hasInvoice];

/**
 * Completes the renewal when no line waits any more; one failed line is a partial failure. What failed was invoiced as
 * well and is credited here: nobody pays for a contract that never starts.
 */
export function completeRenewal(renewal: Renewal, command: CompleteRenewal): (RenewalCompleted | CreditIssued)[] {
  if (renewal.stage === 'withdrawn' || renewal.stage === 'completed') return [];
  enforce(rules, renewal, command, {});
  if (!isInvoiced(renewal) || renewal.lines.some(({ progress }) => progress === 'waiting')) return [];
  const outcome = renewal.lines.some(({ progress }) => progress === 'failed') ? 'partial-failure' : 'success';
  return [{ type: 'RenewalCompleted', data: { outcome } }, ...creditForFailures(renewal, command)];
}

function creditForFailures(
  renewal: InvoicedRenewal | CompletedRenewal,
  { creditId, by }: CompleteRenewal,
): CreditIssued[] {
  const lines = renewal.lines
    .filter(({ progress }) => progress === 'failed')
    .map((line) => ({ subject: line.subject, amount: restOf(renewal, line) }))
    .filter(({ amount }) => amount.amountMinor > 0);
  if (lines.length === 0) return [];
  return [{ type: 'CreditIssued', data: { creditId, lines, reason: 'These lines could not be renewed.', by } }];
}
