import { Refusal } from './refusal';
import type { Money } from './words';

/** Throws `INVALID_INPUT` when the amount is no integer (or too large to be exact), or the code is not like `EUR`. */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new Refusal(
      'INVALID_INPUT',
      `${amountMinor} is no amount. Give a whole number of minor units, such as 1999 for 19.99.`,
    );
  }
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new Refusal(
      'INVALID_INPUT',
      `"${currency}" is no currency. Give the three letters of ISO 4217, such as EUR.`,
    );
  }
  // No -0: it is written as 0, and not equal to it when compared.
  return { amountMinor: amountMinor + 0, currency };
}

/** Throws `INVALID_INPUT` when the currencies differ. */
export function add(one: Money, other: Money): Money {
  if (one.currency !== other.currency) {
    throw new Refusal(
      'INVALID_INPUT',
      `Amounts in ${one.currency} and ${other.currency} have no sum. Keep each currency on a document of its own.`,
    );
  }
  return money(one.amountMinor + other.amountMinor, one.currency);
}

/** The sum of the amounts, zero in that currency when there are none. */
export function total(currency: string, amounts: readonly Money[]): Money {
  return amounts.reduce(add, money(0, currency));
}

/** A whole number of times. */
export function multiply(amount: Money, times: number): Money {
  return money(amount.amountMinor * times, amount.currency);
}

/** The share of `days` in `ofDays` (more than 0), by actual days, rounded once and half to even. */
export function prorate(amount: Money, days: number, ofDays: number): Money {
  return money(Number(divideHalfEven(BigInt(amount.amountMinor) * BigInt(days), BigInt(ofDays))), amount.currency);
}

/** The divisor is positive. */
function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const remainder = ((dividend % divisor) + divisor) % divisor;
  const floor = (dividend - remainder) / divisor;
  const twice = remainder * 2n;
  const up = twice > divisor || (twice === divisor && floor % 2n !== 0n);
  return up ? floor + 1n : floor;
}
