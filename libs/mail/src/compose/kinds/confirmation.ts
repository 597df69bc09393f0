import type { InvoiceId, IsoDate, Money } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf, type RoleInOrders } from '../because';
import type { Correspondence } from '../correspondence';
import { type WhatToDo, wordingOf } from '../letter';
import { type ReceiptWording, receiptOf } from '../receipt';
import { productOf, productsOf } from '../renewed-line';

/** A renewal is completed: the receipt, and what is left to do for each license (L). */
export interface ConfirmationContent extends Correspondence {
  readonly kind: 'confirmation';
  /** Whose licenses they are, where those are not the reader's. */
  readonly customers: readonly string[];
  readonly invoice: { readonly id: InvoiceId; readonly poNumber?: string; readonly issuedOn: IsoDate };
  readonly lines: readonly ReceiptLine[];
  /** What the lines cost together. */
  readonly total: Money;
  readonly step: ConfirmationStep;
  readonly because: RoleInOrders;
}

/** Readers of the licenses see them in the portal; who is only billed asks sales. */
export type ConfirmationStep = { readonly to: 'see-licenses'; readonly url: string } | { readonly to: 'ask-sales' };

export interface ReceiptLine {
  readonly of: 'license' | 'maintenance';
  readonly product: string;
  /** What people call the license. */
  readonly license: string;
  readonly quota: number;
  readonly amount: Money;
  /** None of a line that could not be renewed. */
  readonly runs?: { readonly startsOn: IsoDate; readonly expiresOn: IsoDate };
  readonly next: ReceiptNext;
}

/** What is left to do for a line. Never the key of a license. */
export type ReceiptNext =
  | 'maintenance-goes-on'
  /** The reader sees the license in the portal, or only contacts of the order do. */
  | 'key-for-reader'
  | 'key-for-contacts'
  | 'renewed-by-itself'
  | 'handshake-by-hand'
  | 'handshake-kept'
  | 'not-renewed';

export function confirmation(content: ConfirmationContent, words: Words): ReceiptWording {
  const { customers, invoice, lines, because } = content;
  const total = words.money(content.total);
  const whose = customers.length > 0 ? 'customer' : 'other';
  const products = productsOf(lines, words);
  return {
    ...wordingOf(content, words, {
      subject: words.say('confirmation.subject', { whose, products }),
      preheader: words.say('confirmation.preheader', { invoice: invoice.id, total }),
      paragraphs: [words.say('confirmation.opening', { whose, products }), words.say('confirmation.consequence')],
      facts: [
        ...(customers.length > 0 ? [{ label: words.say('fact.customer'), value: words.list(customers) }] : []),
        { label: words.say('fact.invoice'), value: invoice.id },
        ...(invoice.poNumber === undefined
          ? []
          : [{ label: words.say('fact.purchase-order'), value: invoice.poNumber }]),
        { label: words.say('fact.issued'), value: words.date(invoice.issuedOn) },
      ],
      whatToDo: whatToDo(content, words),
      because: becauseOf(because, words),
    }),
    ...receiptOf(
      lines.map((line) => ({
        name: words.say('confirmation.line', { product: productOf(line, words), license: line.license }),
        quota: line.quota,
        term: line.runs ?? words.say('confirmation.not-renewed'),
        amount: line.amount,
        note: words.say(`confirmation.next.${line.next}`, { salesEmail: content.vendor.salesEmail }),
      })),
      content.total,
      words,
    ),
  };
}

function whatToDo({ step, vendor: { salesEmail } }: ConfirmationContent, words: Words): WhatToDo {
  if (step.to === 'ask-sales') return { sentence: words.say('confirmation.step.ask-sales', { salesEmail }) };
  return {
    sentence: words.say('confirmation.step.see-licenses'),
    link: { label: words.say('confirmation.step.see-licenses-label'), url: step.url },
  };
}
