import {
  billingRecipientsOf,
  type CompletedRenewal,
  type ContactId,
  hasAccess,
  isConfirmationDue,
  localeOf,
  type NoticeAbout,
  total,
} from '@renewals/licensing';
import type { ConfirmationContent, Recipient, RoleInOrders } from '@renewals/mail';
import { addressIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';
import { type BilledLine, billedLines, renewedLicense } from './billed-lines';
import { receiptLine } from './receipt-line';
import { customersOf } from './told-of-renewal';

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
    const to = addressIn(first.reseller ?? first.organization, contactId, this.sources.personal);
    if (!to) return { suppress: 'unreachable' };
    const said = await this.receipt(renewal, lines, contactId);
    const shown = { ...renewal, lines: lines.map(({ line }) => line) };
    const attached = await this.sources.documents.receipt(shown, said.locale);
    return { send: { ...said, to, ...(attached && { attachments: [attached] }) } };
  }

  private async receipt(
    { invoice }: CompletedRenewal,
    lines: readonly BilledLine[],
    contactId: ContactId,
  ): Promise<Omit<ConfirmationContent, 'to'>> {
    const [first] = lines as [BilledLine];
    const { policy, reseller, organization } = first;
    const reads = ({ order, organization }: BilledLine) => hasAccess(order, organization, contactId);
    return {
      kind: 'confirmation',
      locale: localeOf(reseller ?? organization, contactId, policy),
      vendor: vendorOf(policy),
      invoice: {
        id: invoice.invoiceId,
        ...(invoice.poNumber !== undefined && { poNumber: invoice.poNumber }),
        issuedOn: invoice.issuedOn,
      },
      customers: customersOf(lines, contactId),
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
      step: lines.some(reads) ? { to: 'see-licenses', url: this.sources.pages.licenses } : { to: 'ask-sales' },
      because: reasonFor(lines, reseller !== undefined),
    };
  }
}

function reasonFor(lines: readonly BilledLine[], isReseller: boolean): RoleInOrders {
  const orders = [...new Set(lines.map(({ order }) => order.placement.orderId))];
  return { role: isReseller ? 'reseller' : 'billing-contact', orders };
}
