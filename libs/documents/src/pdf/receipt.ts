import type { Words } from '@renewals/words';
import type { Payment, ReceiptContent } from './content';
import { type Labelled, writtenOn } from './sheet';

/** PDF. The same content in the same words is the same bytes. */
export function receipt(content: ReceiptContent, words: Words): Buffer {
  const { number, poNumber, issuedOn, payments = [] } = content;
  const facts = [
    { label: words.say('fact.invoice'), value: number },
    ...(poNumber === undefined ? [] : [{ label: words.say('fact.purchase-order'), value: poNumber }]),
    { label: words.say('fact.issued'), value: words.date(issuedOn) },
  ];
  const date = payments.reduce((latest, { paidOn }) => (paidOn > latest ? paidOn : latest), issuedOn);
  return writtenOn({ title: words.say('document.receipt'), content, date, facts, sums: sumsOf(content, words) }, words);
}

function sumsOf({ payments = [], credited, open, refundable }: ReceiptContent, words: Words): Labelled[] {
  return [
    ...payments.map((payment) => ({ label: paid(payment, words), value: words.money(payment.amount) })),
    ...(credited ? [{ label: words.say('document.credited'), value: words.money(credited) }] : []),
    ...(open ? [{ label: words.say('document.open'), value: words.money(open) }] : []),
    ...(refundable ? [{ label: words.say('document.refundable'), value: words.money(refundable) }] : []),
  ];
}

function paid({ paidOn, method }: Payment, words: Words): string {
  return words.say('document.paid', { on: words.date(paidOn), method });
}
