import {
  billingRecipientsOf,
  type CompletedRenewal,
  type ContactId,
  hasAccess,
  isConfirmationDue,
  type NoticeAbout,
  total,
} from '@renewals/licensing';
import type { ConfirmationContent, Recipient } from '@renewals/mail';
import { addressIn, customerOf, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';
import { type BilledLine, billedLines, renewedLicense } from './billed-lines';
import { receiptLine } from './receipt-line';

type About = NoticeAbout['confirmation'];

/**
 * The receipt of a renewal, with what is left to do for each license, to the billing contact (L). Of an order through
 * a reseller it goes to the reseller only. Who is billed for some of the lines reads of those.
 */
export class Confirmation implements KindOfNotice<'confirmation'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ renewalId }: About): Promise<readonly Recipient[]> {
    const renewal = await this.sources.desk.renewal(renewalId);
    if (renewal.stage !== 'completed') return [];
    const lines = await billedLines(renewal, this.sources.desk);
    return [...new Set(lines.flatMap(billingRecipientsOf))];
  }

  async write({ renewalId }: About, recipient: Recipient): Promise<Written> {
    const renewal = await this.sources.desk.renewal(renewalId);
    if (renewal.stage !== 'completed' || !isConfirmationDue(renewal)) return { suppress: 'out-of-date' };
    const contactId = recipient as ContactId;
    const billed = await billedLines(renewal, this.sources.desk);
    const lines = billed.filter((line) => billingRecipientsOf(line).includes(contactId));
    const [first] = lines;
    if (!first) return { suppress: billed.some(({ reseller }) => reseller) ? 'reseller-only' : 'no-access' };
    if (lines.every(({ order }) => order.unsubscribed.get(contactId) === 'bounce')) return { suppress: 'unreachable' };
    const to = addressIn(first.reseller ?? first.organization, contactId, this.sources.personal);
    if (!to) return { suppress: 'unreachable' };
    return { send: { ...(await this.receipt(renewal, lines, contactId)), to } };
  }

  private async receipt(
    { invoice }: CompletedRenewal,
    lines: readonly BilledLine[],
    contactId: ContactId,
  ): Promise<Omit<ConfirmationContent, 'to'>> {
    const [{ policy, reseller }] = lines as [BilledLine];
    const reads = ({ order, organization }: BilledLine) => hasAccess(order, organization, contactId);
    return {
      kind: 'confirmation',
      vendor: vendorOf(policy),
      invoice: {
        id: invoice.invoiceId,
        ...(invoice.poNumber !== undefined && { poNumber: invoice.poNumber }),
        issuedOn: invoice.issuedOn,
      },
      ...customersOf(contactId, lines),
      lines: await Promise.all(
        lines.map(async (billed) => {
          const renewed = await renewedLicense(billed, this.sources.desk);
          return receiptLine(billed, renewed, reads(billed));
        }),
      ),
      total: total(
        invoice.total.currency,
        lines.map(({ line }) => line.amount),
      ),
      whatToDo: lines.some(reads)
        ? {
            sentence: 'Your licenses are in the customer portal.',
            link: { label: 'See your licenses', url: this.sources.pages.licenses },
          }
        : { sentence: `If something is not as you expect, write to ${policy.vendor.salesEmail}.` },
      because: reasonFor(lines, reseller !== undefined),
    };
  }
}

function customersOf(contactId: ContactId, lines: readonly BilledLine[]): Pick<ConfirmationContent, 'customer'> {
  const names = new Set(lines.flatMap((line) => customerOf(contactId, line) ?? []));
  return names.size === 0 ? {} : { customer: [...names].join(', ') };
}

function reasonFor(lines: readonly BilledLine[], isReseller: boolean): string {
  const orders = [...new Set(lines.map(({ order }) => order.placement.orderId))];
  const ofOrders = `order${orders.length > 1 ? 's' : ''} ${orders.join(', ')}`;
  return isReseller
    ? `You get this mail because you sold ${ofOrders}.`
    : `You get this mail because you are the billing contact of ${ofOrders}.`;
}
