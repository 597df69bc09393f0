import { enforce } from '../shared/rule';
import type { RenewalCompleted } from './events';
import { hasInvoice, isRequested } from './rules';
import type { Renewal } from './state';

const rules = [isRequested, hasInvoice];

/** Completes the renewal when no line waits any more; one failed line is a partial failure. */
export function completeRenewal(renewal: Renewal, command: object): RenewalCompleted[] {
  if (renewal.stage === 'withdrawn' || renewal.stage === 'completed') return [];
  enforce(rules, renewal, command, {});
  if (renewal.stage === 'unrequested' || renewal.lines.some(({ progress }) => progress === 'waiting')) return [];
  const failed = renewal.lines.some(({ progress }) => progress === 'failed');
  return [{ type: 'RenewalCompleted', data: { outcome: failed ? 'partial-failure' : 'success' } }];
}
