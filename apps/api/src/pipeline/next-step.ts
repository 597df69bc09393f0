import type { RenewalRow } from '@renewals/projections';
import type { NextStep } from './pipeline.document';

/** What somebody, or the clock, has to do for the renewal to go on. */
export function nextStepOf(row: RenewalRow): NextStep {
  switch (row.stage) {
    case 'requested':
      return 'quote';
    case 'quoted':
      return 'accept-quote';
    case 'approved':
      return row.commitmentRequired === 1 ? 'commit' : 'invoice';
    case 'committed':
      return 'invoice';
    case 'invoiced':
      return 'wait-for-start';
    default:
      return row.stage === 'started' && (row.balance ?? 0) > 0 ? 'pay' : 'none';
  }
}
