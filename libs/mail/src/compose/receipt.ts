import type { IsoDate, Money } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { type Fact, type SaidFact, saidFact, type Wording } from './letter';
import { oneLine } from './writing';

/** A line of a receipt or a quote. */
export interface ReceiptRow {
  readonly name: string;
  readonly quota: number;
  /** Or a sentence that says why there is none. */
  readonly term: { readonly startsOn: IsoDate; readonly expiresOn: IsoDate } | string;
  readonly amount: Money;
  /** A sentence about it. */
  readonly note?: string;
}

/** What the template `receipt` says besides. */
export interface Receipt {
  readonly template: 'receipt';
  readonly columns: {
    readonly license: string;
    readonly quota: string;
    readonly term: string;
    readonly amount: string;
  };
  readonly lines: readonly {
    readonly name: string;
    readonly quota: SaidFact;
    readonly term: SaidFact;
    readonly amount: SaidFact;
    readonly note: string | null;
  }[];
  readonly total: SaidFact;
}

export type ReceiptWording = Omit<Wording, 'template'> & Receipt;

/** To be laid over the wording of the rest: `{ ...wordingOf(…), ...receiptOf(…) }`. */
export function receiptOf(rows: readonly ReceiptRow[], total: Money, words: Words): Receipt {
  const columns = {
    license: words.say('fact.license'),
    quota: words.say('fact.quota'),
    term: words.say('fact.term'),
    amount: words.say('fact.amount'),
  };
  const said = (fact: Fact) => saidFact(fact, words);
  return {
    template: 'receipt',
    columns,
    lines: rows.map(({ name, quota, term, amount, note }) => ({
      name: oneLine(name),
      quota: said({ label: columns.quota, value: words.number(quota) }),
      term: said({ label: columns.term, value: typeof term === 'string' ? term : termOf(term, words) }),
      amount: said({ label: columns.amount, value: words.money(amount) }),
      note: note === undefined ? null : oneLine(note),
    })),
    total: said({ label: words.say('fact.total'), value: words.money(total) }),
  };
}

function termOf({ startsOn, expiresOn }: { startsOn: IsoDate; expiresOn: IsoDate }, words: Words): string {
  return words.say('fact.term-from-to', { startsOn: words.date(startsOn), expiresOn: words.date(expiresOn) });
}
