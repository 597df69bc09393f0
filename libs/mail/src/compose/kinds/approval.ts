import type { Money } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { type Because, becauseOf } from '../because';
import type { Correspondence } from '../correspondence';
import { wordingOf } from '../letter';
import { type ReceiptWording, receiptOf } from '../receipt';
import { productsOf, type RenewedLine, renewedRow } from '../renewed-line';

/** A renewal was agreed to, and the new term follows the old one without a day between (L). */
export interface ApprovalContent extends Correspondence {
  readonly kind: 'approval';
  /** Whose licenses they are, where that is not the reader. */
  readonly customers: readonly string[];
  readonly lines: readonly RenewedLine[];
  /** What the lines cost together. */
  readonly total: Money;
  readonly next: AfterApproval;
  readonly because: Because;
}

/** What the contract waits for: a purchase order or a signed document, the invoice, or nothing but its day. */
export type AfterApproval = 'commitment' | 'invoice' | 'starts-by-itself';

export function approval(content: ApprovalContent, words: Words): ReceiptWording {
  const { customers, lines, next, because, vendor } = content;
  const whose = customers.length > 0 ? 'customer' : 'other';
  const products = productsOf(lines, words);
  const sentence = words.say(`approval.next.${next}`, { salesEmail: vendor.salesEmail });
  const followsOn = lines.every(({ startsOn }) => startsOn !== undefined);
  return {
    ...wordingOf(content, words, {
      subject: words.say('approval.subject', { whose, products }),
      preheader: sentence,
      paragraphs: [
        words.say('approval.opening', { whose, products }),
        ...(followsOn ? [words.say('approval.no-day-lost')] : []),
      ],
      facts: customers.length > 0 ? [{ label: words.say('fact.customer'), value: words.list(customers) }] : [],
      whatToDo: { sentence },
      because: becauseOf(because, words),
    }),
    ...receiptOf(
      lines.map((line) => renewedRow(line, words)),
      content.total,
      words,
    ),
  };
}
