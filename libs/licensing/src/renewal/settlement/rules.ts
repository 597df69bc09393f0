import { refused, type Refused } from '../../shared/rule';
import type { Money } from '../../shared/words';
import { isRequested } from '../rules';
import { billOf, type Renewal } from '../state';

/** Money moves for an invoice only; a renewal that was withdrawn keeps the bill that it had. */
export const hasBill = (renewal: Renewal): Refused | undefined =>
  isRequested(renewal) ??
  (billOf(renewal)
    ? undefined
    : refused('INVOICE_REQUIRED', 'This renewal has no invoice to settle. Generate its invoice first.'));

export function refuseUnlessAmount({ amountMinor, currency }: Money, invoiced: Money): Refused | undefined {
  if (currency !== invoiced.currency) {
    return refused(
      'INVALID_INPUT',
      `The invoice is in ${invoiced.currency}, not in ${currency}. Give the amount in ${invoiced.currency}.`,
    );
  }
  return Number.isSafeInteger(amountMinor) && amountMinor > 0
    ? undefined
    : refused('INVALID_INPUT', `${amountMinor} is no amount to move. Give minor units, a whole number above zero.`);
}

export const hasReason = (_renewal: Renewal, { reason }: { readonly reason: string }): Refused | undefined =>
  reason.trim() === '' ? refused('INVALID_INPUT', 'The reason is empty. Tell why, for whoever asks later.') : undefined;

/** `{ amountMinor: 1999, currency: 'EUR' }` → `1999 EUR (minor units)` */
export function inWords({ amountMinor, currency }: Money): string {
  return `${amountMinor} ${currency} (minor units)`;
}
