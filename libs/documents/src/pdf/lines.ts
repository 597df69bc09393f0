import type { Words } from '@renewals/words';
import type { DocumentLine } from './content';
import type { Paper } from './paper';
import { drawTable, type Row } from './table';

/** What is sold, a row each. */
export function drawLines(paper: Paper, lines: readonly DocumentLine[], words: Words): void {
  drawTable(
    paper,
    columns(words),
    lines.map((line) => rowOf(line, words)),
  );
}

function columns(words: Words) {
  return [
    { heading: words.say('fact.product'), share: 0.34, align: 'left' },
    { heading: words.say('fact.quota'), share: 0.1, align: 'right' },
    { heading: words.say('fact.term'), share: 0.24, align: 'left' },
    { heading: words.say('document.unit-price'), share: 0.16, align: 'right' },
    { heading: words.say('fact.amount'), share: 0.16, align: 'right' },
  ] as const;
}

function rowOf({ product, license, quota, term, unitPrice, amount }: DocumentLine, words: Words): Row {
  return [
    `${product}\n${words.say('document.license', { license })}`,
    words.number(quota),
    term ? termOf(term, words) : '',
    unitPrice ? words.money(unitPrice) : '',
    words.money(amount),
  ];
}

function termOf({ startsOn, expiresOn }: NonNullable<DocumentLine['term']>, words: Words): string {
  const from = { startsOn: words.date(startsOn) };
  return expiresOn === undefined
    ? words.say('document.from', from)
    : words.say('fact.term-from-to', { ...from, expiresOn: words.date(expiresOn) });
}
