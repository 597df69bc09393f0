import { isoDate, type IsoDate, Refusal } from '@renewals/licensing';
import { InvalidArgumentError } from 'commander';

/** Digits only: `Number` also reads 0x10, 1e2 and blanks. */
export function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = /^\d{1,10}$/.test(text) ? Number(text) : 0;
    if (count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}

export const seed = countUpTo(2_147_483_647);

/** Days before an expiry. */
export function offset(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give whole days, 0 for the last day itself.');
}

export function day(text: string): IsoDate {
  try {
    return isoDate(text);
  } catch (error) {
    if (error instanceof Refusal) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
