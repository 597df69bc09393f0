import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { localDate } from '../term';
import { approval } from './approve-renewal';
import type { QuoteAccepted, RenewalApproved } from './events';
import { hasNotEnded, isInTimeOrAuthorized, isRequested, isSettled } from './rules';
import { firstLine, isOpen, type Renewal } from './state';

export type AcceptQuote = QuoteAccepted['data'];

type AcceptanceRule = Rule<Renewal, AcceptQuote, AtTime>;

const wasQuoted: AcceptanceRule = (renewal) =>
  isOpen(renewal) && !renewal.quote
    ? refused('NOT_FOUND', 'No quote was given for this renewal. Ask for one first.')
    : undefined;

const isTheLastQuote: AcceptanceRule = (renewal, { quoteId }) =>
  isOpen(renewal) && renewal.quote && renewal.quote.quoteId !== quoteId
    ? refused('QUOTE_EXPIRED', `Quote ${quoteId} was replaced by ${renewal.quote.quoteId}. Accept that one.`)
    : undefined;

const isStillOpen: AcceptanceRule = (renewal, _command, { now }) =>
  isOpen(renewal) && renewal.quote && localDate(now, firstLine(renewal).zone) > renewal.quote.validUntil
    ? refused('QUOTE_EXPIRED', `This quote was open until ${renewal.quote.validUntil}. Ask for a new one.`)
    : undefined;

const rules: readonly AcceptanceRule[] = [
  isRequested,
  hasNotEnded,
  wasQuoted,
  isTheLastQuote,
  isStillOpen,
  isInTimeOrAuthorized,
];

/** Who accepts the quote approves the renewal. */
export function acceptQuote(
  renewal: Renewal,
  command: AcceptQuote,
  decision: AtTime,
): (QuoteAccepted | RenewalApproved)[] {
  if (isOpen(renewal) && isSettled(renewal)) return [];
  enforce(rules, renewal, command, decision);
  if (!isOpen(renewal)) return [];
  return [{ type: 'QuoteAccepted', data: command }, approval(renewal, command.acceptedBy)];
}
