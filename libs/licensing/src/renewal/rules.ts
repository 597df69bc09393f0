import type { AtTime } from '../shared/decision';
import { refused, type Refused } from '../shared/rule';
import type { Subject } from '../shared/words';
import { addDays, endsAt, localDate, type Term } from '../term';
import { contractTerm } from './contract-term';
import type { RenewalLine } from './events';
import { isInvoiced, isOpen, type LateBasis, lineOf, type Renewal, type RunningRenewal } from './state';

/** `terms` are the ones that the renewal renews. */
export interface OverTerms extends AtTime {
  readonly terms: readonly Term[];
}

export const isRequested = (renewal: Renewal): Refused | undefined =>
  renewal.stage === 'unrequested'
    ? refused('NOT_FOUND', 'There is no such renewal. Look it up in Order > Upcoming Renewal, or request a new one.')
    : undefined;

export const hasNotEnded = (renewal: Renewal): Refused | undefined =>
  renewal.stage === 'completed'
    ? refused(
        'RENEWAL_ENDED',
        `This renewal is complete: invoice ${renewal.invoice.invoiceId} was issued. Ask sales to credit it, or request a renewal of the term that follows.`,
      )
    : isNotWithdrawn(renewal);

export const isNotWithdrawn = (renewal: Renewal): Refused | undefined =>
  renewal.stage === 'withdrawn'
    ? refused('RENEWAL_ENDED', "This renewal was withdrawn. Request a new one for the license's current term.")
    : undefined;

export const isNotInvoiced = (renewal: Renewal): Refused | undefined =>
  renewal.stage === 'invoiced'
    ? refused(
        'NOT_ALLOWED',
        `Invoice ${renewal.invoice.invoiceId} was issued for this renewal, which settles it. Ask sales to credit that invoice.`,
      )
    : undefined;

/** The contract starts once an invoice has been generated (L). */
export const hasInvoice = (renewal: Renewal): Refused | undefined =>
  isOpen(renewal) && !isInvoiced(renewal)
    ? refused('INVOICE_REQUIRED', 'This renewal has no invoice yet. Generate its invoice first.')
    : undefined;

export const namesOneOfItsLines = (
  renewal: Renewal,
  { subject }: { readonly subject: Subject },
): Refused | undefined =>
  'lines' in renewal && !lineOf(renewal, subject)
    ? refused('NOT_FOUND', 'That license is not part of this renewal. Choose one of its lines.')
    : undefined;

/** There is no default for a term that is over: support says where the new one starts. */
export const isInTimeOrAuthorized = (renewal: Renewal, _command: object, { now }: AtTime): Refused | undefined =>
  isOpen(renewal) &&
  !isSettled(renewal) &&
  renewal.lateBasis === undefined &&
  hasLapsed(renewal.lines, renewal.request.graceDays, now)
    ? refused(
        'LICENSE_EXPIRED_CONTACT_SUPPORT',
        'A license of this renewal has expired. Ask support to authorize the late renewal first.',
      )
    : undefined;

/** A late term that runs on from the old expiry may be over before it is invoiced. */
export function endsInTheFuture(lateBasis: LateBasis, { now, terms }: OverTerms): Refused | undefined {
  const over = terms
    .map((old) => contractTerm({ old, invoicedOn: localDate(now, old.zone), lateBasis }))
    .find(({ expiresOn, zone }) => now >= endsAt(expiresOn, zone));
  return over
    ? refused(
        'INVALID_DATE',
        `Run on from the old expiry, the new term ended on ${over.expiresOn} already. Have support choose from-now.`,
      )
    : undefined;
}

/** Approved, by whatever way: what was approved once needs no approval again. */
export function isSettled(renewal: RunningRenewal): boolean {
  return renewal.stage === 'approved' || renewal.stage === 'invoiced';
}

/** Whether one of the terms is over, and its days of grace too. */
export function hasLapsed(lines: readonly RenewalLine[], graceDays: number, now: number): boolean {
  return lines.some(({ currentExpiresOn, zone }) => now >= endsAt(addDays(currentExpiresOn, graceDays), zone));
}

/** Open, and no term of it is over without days of grace left. */
export function isInTime(renewal: Renewal, now: number): boolean {
  return isOpen(renewal) && !hasLapsed(renewal.lines, renewal.request.graceDays, now);
}
