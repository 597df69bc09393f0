import type { IsoDate, Money } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { type Because, becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { type WhatToDo, wordingOf } from '../letter';
import { type ReceiptWording, receiptOf } from '../receipt';
import { productsOf, type RenewedLine, renewedRow } from '../renewed-line';

/** What a renewal costs, and until when. Attached is its proforma invoice, where it is one. */
export interface QuoteContent extends Correspondence {
  readonly kind: 'quote';
  /** Whose licenses they are, where that is not the reader. */
  readonly customers: readonly string[];
  readonly quoteId: string;
  /** The last day on which it can be accepted. */
  readonly validUntil: IsoDate;
  readonly lines: readonly RenewedLine[];
  readonly total: Money;
  readonly step: QuoteStep;
  readonly because: Because;
}

/** Who may accept it does so in the portal; whoever may not asks sales. */
export type QuoteStep = { readonly to: 'accept'; readonly url: string } | { readonly to: 'ask-sales' };

export function quote(content: QuoteContent, words: Words): ReceiptWording {
  const { customers, quoteId, lines, because } = content;
  const total = words.money(content.total);
  const date = words.date(content.validUntil);
  const whose = customers.length > 0 ? 'customer' : 'other';
  const products = productsOf(lines, words);
  return {
    ...wordingOf(content, words, {
      subject: words.say('quote.subject', { whose, products }),
      preheader: words.say('quote.preheader', { total, date }),
      paragraphs: [
        words.say('quote.opening', { whose, products, total }),
        words.say('quote.consequence', { date }),
        ...(content.attachments ? [words.say('quote.proforma-attached')] : []),
      ],
      facts: [
        ...(customers.length > 0 ? [{ label: words.say('fact.customer'), value: words.list(customers) }] : []),
        { label: words.say('quote.quote'), value: quoteId },
        { label: words.say('quote.valid-until'), value: date },
      ],
      whatToDo: whatToDo(content, words),
      because: becauseOf(because, words),
    }),
    ...receiptOf(
      lines.map((line) => renewedRow(line, words)),
      content.total,
      words,
    ),
  };
}

function whatToDo({ step, vendor: { salesEmail } }: QuoteContent, words: Words): WhatToDo {
  if (step.to === 'ask-sales') return { sentence: words.say('quote.step.ask-sales', { salesEmail }) };
  return {
    sentence: words.say('quote.step.accept'),
    link: { label: words.say('quote.step.accept-label'), url: step.url },
  };
}
