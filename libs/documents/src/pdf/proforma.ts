import type { Words } from '@renewals/words';
import type { ProformaContent } from './content';
import { writtenOn } from './sheet';

/** PDF. The same content in the same words is the same bytes. */
export function proforma(content: ProformaContent, words: Words): Buffer {
  const { number, poNumber, issuedOn, validUntil } = content;
  const facts = [
    { label: words.say('document.quote'), value: number },
    ...(poNumber === undefined ? [] : [{ label: words.say('fact.purchase-order'), value: poNumber }]),
    { label: words.say('fact.issued'), value: words.date(issuedOn) },
    { label: words.say('document.valid-until'), value: words.date(validUntil) },
  ];
  const title = words.say('document.proforma');
  const note = words.say('document.proforma-note');
  return writtenOn({ title, content, date: issuedOn, facts, sums: [], note }, words);
}
