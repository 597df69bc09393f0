import { prorate } from '../shared/money';
import type { Money } from '../shared/words';
import { daysBetween, type Term } from '../term';
import { addPeriods } from '../term/period';

/**
 * What so many days after the term's expiry cost, of the period that begins there; negative days are given back at the
 * price of the period that ends there. By actual days, rounded once and half to even.
 */
export function costOfDays(pricePerPeriod: Money, days: number, { expiresOn, period }: Term): Money {
  const otherEnd = addPeriods(expiresOn, period, days < 0 ? -1 : 1);
  return prorate(pricePerPeriod, days, Math.abs(daysBetween(expiresOn, otherEnd)));
}
