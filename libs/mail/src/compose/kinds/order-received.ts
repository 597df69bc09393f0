import type { Money, OrderId, Subject } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { type Because, becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type Fact, type WhatToDo, type Wording, wordingOf } from '../letter';
import { type ReceiptWording, receiptOf } from '../receipt';
import { productOf, productsOf } from '../renewed-line';

/** What was bought, or is to be tried, and how to begin (P). */
export interface OrderReceivedContent extends Correspondence {
  readonly kind: 'order-received';
  readonly orderId: OrderId;
  readonly bought: 'license' | 'trial';
  /** Who bought it, where that is not the reader. */
  readonly customer?: string;
  readonly ordered: Ordered;
  readonly step: FirstStep;
  readonly because: Because;
}

/** With prices for whoever is billed, and for nobody else. */
export type Ordered =
  | { readonly lines: readonly OrderedLine[]; readonly total?: never }
  | { readonly lines: readonly (OrderedLine & { readonly amount: Money })[]; readonly total: Money };

export interface OrderedLine {
  /** The license, or the maintenance that is sold with it. */
  readonly of: Subject['kind'];
  readonly product: string;
  readonly quota: number;
}

/** Each leads where it works; `leave-to-contacts` is for who does not see the licenses. */
export type FirstStep =
  | { readonly to: 'set-password' | 'activate' | 'see-licenses'; readonly url: string }
  | { readonly to: 'leave-to-contacts' };

export function orderReceived(content: OrderReceivedContent, words: Words): Wording | ReceiptWording {
  const { bought, customer, ordered, orderId, because } = content;
  const whose = customer === undefined ? 'other' : 'customer';
  const products = productsOf(
    ordered.lines.filter(({ of }) => of === 'license'),
    words,
  );
  const whatToDo = whatToDoFirst(content, words);
  const facts = [
    ...(customer === undefined ? [] : [{ label: words.say('fact.customer'), value: customer }]),
    { label: words.say('fact.order'), value: orderId },
  ];
  const wording = (more: readonly Fact[] = []) =>
    wordingOf(content, words, {
      subject: words.say(`order-received.${bought}.subject`, { whose, products }),
      preheader: whatToDo.sentence,
      paragraphs: [
        words.say(`order-received.${bought}.opening`, { whose, products }),
        words.say(`order-received.${bought}.consequence`),
      ],
      facts: [...facts, ...more],
      whatToDo,
      because: becauseOf(because, words),
    });
  if (ordered.total === undefined) return wording(ordered.lines.map((line) => lineFact(line, words)));
  return { ...wording(), ...receiptOf(rowsOf(ordered.lines, words), ordered.total, words) };
}

function rowsOf(lines: readonly (OrderedLine & { readonly amount: Money })[], words: Words) {
  const term = words.say('order-received.from-activation');
  return lines.map((line) => ({ name: productOf(line, words), quota: line.quota, term, amount: line.amount }));
}

function lineFact(line: OrderedLine, words: Words): Fact {
  return { label: productOf(line, words), value: words.say('order-received.units', { quota: line.quota }) };
}

function whatToDoFirst({ step }: OrderReceivedContent, words: Words): WhatToDo {
  const sentence = words.say(`order-received.step.${step.to}`);
  if (step.to === 'leave-to-contacts') return { sentence };
  return { sentence, link: { label: words.say(`order-received.step.${step.to}-label`), url: step.url } };
}
