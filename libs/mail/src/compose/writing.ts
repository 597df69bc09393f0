import type { Instant, IsoDate, Money } from '@renewals/licensing';
import { DateTime } from 'luxon';

/** `10 March 2026`. */
export function longDate(date: IsoDate): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d MMMM yyyy');
}

/** `10 March 2026, 09:00 UTC`, for readers whose zone nobody knows. */
export function longInstant(instant: Instant): string {
  return DateTime.fromMillis(instant, { zone: 'utc' }).setLocale('en-GB').toFormat("d MMMM yyyy, HH:mm 'UTC'");
}

/** `EUR 1,234.50`. */
export function amount({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amountMinor / 10 ** maximumFractionDigits);
}

/** Nothing that a customer or a file gave can begin a line or a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
