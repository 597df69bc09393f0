import type { IsoDate, Money, Subject } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import type { ReceiptRow } from './receipt';

/** A line of a renewal that is not paid yet. */
export interface RenewedLine {
  readonly of: Subject['kind'];
  readonly product: string;
  /** What people call the license. */
  readonly license: string;
  readonly quota: number;
  readonly amount: Money;
  /** Earliest day of the new term. None of a late one, which starts on the day of its invoice. */
  readonly startsOn?: IsoDate;
}

export function renewedRow(line: RenewedLine, words: Words): ReceiptRow {
  const { license, quota, amount, startsOn } = line;
  return {
    name: words.say('confirmation.line', { product: productOf(line, words), license }),
    quota,
    term:
      startsOn === undefined
        ? words.say('renewed-line.from-invoice')
        : words.say('renewed-line.from', { startsOn: words.date(startsOn) }),
    amount,
  };
}

/** Each product once. */
export function productsOf(lines: readonly Pick<RenewedLine, 'of' | 'product'>[], words: Words): string {
  return words.list([...new Set(lines.map((line) => productOf(line, words)))]);
}

/** What people call it: the product, or its maintenance. */
export function productOf({ of, product }: Pick<RenewedLine, 'of' | 'product'>, words: Words): string {
  return of === 'maintenance' ? words.say('confirmation.maintenance-of', { product }) : product;
}
