import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { addDays, localDate } from '../term';
import type { RenewalQuoted } from './events';
import { hasNotEnded, isRequested, isSettled } from './rules';
import { firstLine, isOpen, type Renewal } from './state';
import { totalOf } from './total';

export interface QuoteRenewal {
  readonly quoteId: string;
  /** Laid out as an invoice that is not yet one (R). */
  readonly proforma: boolean;
}

const isNotApproved: Rule<Renewal, QuoteRenewal, AtTime> = (renewal) =>
  isOpen(renewal) && isSettled(renewal)
    ? refused('NOT_ALLOWED', 'This renewal is approved already. Generate its invoice instead of a quote.')
    : undefined;

const rules: readonly Rule<Renewal, QuoteRenewal, AtTime>[] = [isRequested, hasNotEnded, isNotApproved];

/** States what the renewal costs, for the policy's days from today. A later quote replaces an earlier one. */
export function quoteRenewal(renewal: Renewal, command: QuoteRenewal, decision: AtTime): RenewalQuoted[] {
  if (isOpen(renewal) && renewal.quote?.quoteId === command.quoteId) return [];
  enforce(rules, renewal, command, decision);
  if (!isOpen(renewal)) return [];
  const today = localDate(decision.now, firstLine(renewal).zone);
  const validUntil = addDays(today, renewal.request.quoteValidDays);
  return [{ type: 'RenewalQuoted', data: { ...command, total: totalOf(renewal), validUntil } }];
}
