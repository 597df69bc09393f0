import type { InvoiceId, IsoDate, Money } from '@renewals/licensing';
import {
  type Correspondence,
  facts,
  type Letter,
  letterTemplate,
  type WhatToDo,
  type Wording,
  wordingOf,
} from '../letter';
import { amount, longDate, oneLine } from '../writing';

/** A renewal is completed: the receipt, and what is left to do for each license (L). */
export interface ConfirmationContent extends Correspondence {
  readonly kind: 'confirmation';
  /** Whose licenses they are, where that is not the reader. */
  readonly customer?: string;
  readonly invoice: { readonly id: InvoiceId; readonly poNumber?: string; readonly issuedOn: IsoDate };
  readonly lines: readonly ReceiptLine[];
  /** What the lines cost together. */
  readonly total: Money;
  readonly whatToDo: WhatToDo;
  readonly because: string;
}

export interface ReceiptLine {
  readonly product: string;
  /** What people call the license. */
  readonly license: string;
  readonly quota: number;
  readonly amount: Money;
  /** None of a line that could not be renewed. */
  readonly runs?: { readonly startsOn: IsoDate; readonly expiresOn: IsoDate };
  /** What is left to do for it, in a sentence or several. Never the key of a license. */
  readonly next: string;
}

interface ConfirmationWording extends Wording {
  readonly opening: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quota: string;
    readonly term: string;
    readonly price: string;
    readonly next: string;
  }[];
  readonly total: string;
}

export function confirmation(content: ConfirmationContent): Letter {
  const { customer, invoice, lines, total, whatToDo, because } = content;
  const whose = customer === undefined ? 'Your' : "Your customer's";
  const products = [...new Set(lines.map(({ product }) => oneLine(product)))].join(', ');
  return write({
    ...wordingOf(content, {
      subject: `${whose} renewal of ${products} is complete`,
      facts: [
        ...(customer === undefined ? [] : [{ label: 'Customer', value: customer }]),
        { label: 'Invoice', value: invoice.id },
        ...(invoice.poNumber === undefined ? [] : [{ label: 'Purchase order', value: invoice.poNumber }]),
        { label: 'Issued', value: longDate(invoice.issuedOn) },
      ],
      whatToDo,
      because,
    }),
    opening: `${whose} renewal of ${products} is complete. This is your receipt.`,
    lines: lines.map((line) => ({
      name: oneLine(`${line.product}, license ${line.license}`),
      quota: String(line.quota),
      term: line.runs ? `${longDate(line.runs.startsOn)} to ${longDate(line.runs.expiresOn)}` : 'not renewed',
      price: amount(line.amount),
      next: oneLine(line.next),
    })),
    total: amount(total),
  });
}

const write = letterTemplate<ConfirmationWording>({
  text: `{{opening}}

${facts.text}

{{#each lines}}
{{this.name}}
  Quota: {{this.quota}}
  Term: {{this.term}}
  Amount: {{this.price}}
  {{this.next}}

{{/each}}
Total: {{total}}`,
  html: `<p><strong>{{opening}}</strong></p>
${facts.html}
<table style="border-collapse:collapse;margin-top:1em">
<tr style="text-align:left"><th scope="col">License</th><th scope="col">Quota</th><th scope="col">Term</th><th scope="col" style="text-align:right">Amount</th></tr>
{{#each lines}}
<tr style="vertical-align:top;border-top:1px solid #ccc"><td style="padding-right:1em">{{this.name}}<br>{{this.next}}</td><td style="padding-right:1em">{{this.quota}}</td><td style="padding-right:1em">{{this.term}}</td><td style="text-align:right">{{this.price}}</td></tr>
{{/each}}
<tr style="border-top:1px solid #222"><th scope="row" colspan="3" style="text-align:left">Total</th><td style="text-align:right">{{total}}</td></tr>
</table>`,
});
