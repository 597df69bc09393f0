import type { Desk } from '@renewals/commands';
import { type DocumentLine, proforma, receipt } from '@renewals/documents';
import { addDays, billOf, purchaseOrdersOf, type Renewal } from '@renewals/licensing';
import { type Words, wordsIn } from '@renewals/words';
import { type BilledLine, billedLines, renewedLicense } from '../notices/kinds/billed-lines';
import { documentLine, partiesOf, sumOf } from './document-parts';
import { standingOf } from './standing';

type Requested = Exclude<Renewal, { stage: 'unrequested' }>;

/** A file to be kept: what a mail carries and what is downloaded is the same. */
export interface PaperDocument {
  readonly filename: string;
  readonly contentType: 'application/pdf';
  readonly content: Buffer;
}

/**
 * Proforma and receipt of a renewal, from its streams as they are now. `renewal` has the lines that the reader may see:
 * somebody who sees some of them gets a document of those.
 */
export class DocumentsOfRenewal {
  constructor(private readonly desk: Desk) {}

  /** Of its last quote; none where that was not given as a proforma. `locale`: BCP 47, the reader's. */
  async proforma(renewal: Requested, locale: string): Promise<PaperDocument | undefined> {
    if (renewal.stage === 'withdrawn' || !renewal.quote?.proforma) return undefined;
    const { quote, request } = renewal;
    const words = wordsIn(locale);
    const lines = await billedLines(renewal, this.desk);
    const purchaseOrders = [...purchaseOrdersOf(renewal)].flatMap(([number, { length }]) => (length > 0 ? number : []));
    const content = {
      ...partiesOf(lines),
      number: quote.quoteId,
      ...(purchaseOrders.length > 0 && { poNumber: words.list(purchaseOrders) }),
      issuedOn: addDays(quote.validUntil, -request.quoteValidDays),
      validUntil: quote.validUntil,
      lines: lines.map((billed) => quotedLine(billed, renewal, words)),
      total: sumOf(lines),
    };
    return asFile(`proforma-${quote.quoteId}`, proforma(content, words));
  }

  /** None before it is invoiced. `locale`: BCP 47, the reader's. */
  async receipt(renewal: Requested, locale: string): Promise<PaperDocument | undefined> {
    const bill = billOf(renewal);
    if (!bill) return undefined;
    const { invoiceId, poNumber, issuedOn, total } = bill.invoice;
    const words = wordsIn(locale);
    const lines = await billedLines(renewal, this.desk);
    const sum = sumOf(lines);
    const content = {
      ...partiesOf(lines),
      number: invoiceId,
      ...(poNumber !== undefined && { poNumber }),
      issuedOn,
      lines: await Promise.all(lines.map((billed) => this.invoicedLine(billed, words))),
      total: sum,
      // Money moves for the whole invoice; nobody can say which of it is for some of the lines.
      ...(sum.amountMinor === total.amountMinor && standingOf(bill)),
    };
    return asFile(`receipt-${invoiceId}`, receipt(content, words));
  }

  private async invoicedLine(billed: BilledLine, words: Words): Promise<DocumentLine> {
    const renewed = await renewedLicense(billed, this.desk);
    return documentLine(billed, words, { license: renewed ?? billed.license, term: billed.line.contract });
  }
}

/** Where a late renewal starts is not known before its invoice. */
function quotedLine(billed: BilledLine, { request }: Exclude<Requested, { stage: 'withdrawn' }>, words: Words) {
  const startsOn = addDays(billed.line.currentExpiresOn, 1);
  return documentLine(billed, words, { license: billed.license, term: request.late ? undefined : { startsOn } });
}

function asFile(name: string, content: Buffer): PaperDocument {
  return { filename: `${name}.pdf`, contentType: 'application/pdf', content };
}
