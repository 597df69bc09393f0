import {
  acceptQuote,
  type ContactId,
  firstLine,
  localDate,
  localeOf,
  type NoticeAbout,
  type NoticeSuppressionReason,
  type QuotedRenewal,
} from '@renewals/licensing';
import type { QuoteStep, Recipient } from '@renewals/mail';
import { addressIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';
import { wouldBeAccepted } from '../would-be-accepted';
import { billedLines } from './billed-lines';
import { askers, customersOf, linesFor, recipientsOf, renewedLine, roleIn, totalOfLines } from './told-of-renewal';

type About = NoticeAbout['quote'];

/** What a renewal costs and until when, to who asked for it and who is billed for it; what a reseller sold, to the reseller. */
export class Quote implements KindOfNotice<'quote'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ renewalId, askedBy }: About): Promise<readonly Recipient[]> {
    return recipientsOf(await this.sources.desk.renewal(renewalId), this.sources.desk, askedBy);
  }

  async write(about: About, recipient: Recipient): Promise<Written> {
    const { desk, clock, personal, documents } = this.sources;
    const { renewalId, quoteId, askedBy } = about;
    const renewal = await desk.renewal(renewalId);
    if (renewal.stage !== 'quoted') return { suppress: 'out-of-date' };
    const reason = reasonNotToQuote(renewal, quoteId, clock.now());
    if (reason) return { suppress: reason };
    const billed = await billedLines(renewal, desk);
    const found = linesFor(recipient, billed, askers(renewal.request.requestedBy, askedBy));
    if ('suppress' in found) return found;
    const { lines } = found;
    const [{ policy, reseller, organization }] = lines;
    const contactId = recipient as ContactId;
    const company = reseller ?? organization;
    const to = addressIn(company, contactId, personal);
    if (!to) return { suppress: 'unreachable' };
    const isWhole = lines.length === billed.length;
    const locale = localeOf(company, contactId, policy);
    const shown = { ...renewal, lines: lines.map(({ line }) => line) };
    const attached = await documents.proforma(shown, locale);
    return {
      send: {
        kind: 'quote',
        to,
        locale,
        ...(attached && { attachments: [attached] }),
        vendor: vendorOf(policy),
        customers: customersOf(lines, contactId),
        quoteId,
        validUntil: renewal.quote.validUntil,
        lines: lines.map((line) => renewedLine(line, renewal.lateBasis)),
        total: isWhole ? renewal.quote.total : totalOfLines(lines),
        step: isWhole ? await this.howToAccept(about, contactId) : { to: 'ask-sales' },
        because: roleIn(lines, contactId),
      },
    };
  }

  private async howToAccept({ renewalId, quoteId }: About, contactId: ContactId): Promise<QuoteStep> {
    const { desk, clock, pages } = this.sources;
    const acceptedBy = { type: 'customer', id: contactId } as const;
    const isAccepted = await wouldBeAccepted(async () =>
      acceptQuote(await desk.renewalFor(renewalId, acceptedBy), { quoteId, acceptedBy }, { now: clock.now() }),
    );
    return isAccepted ? { to: 'accept', url: pages.renewal(renewalId) } : { to: 'ask-sales' };
  }
}

/** Accepted, withdrawn, changed or no longer open; a later quote is told by itself. */
function reasonNotToQuote(renewal: QuotedRenewal, quoteId: string, now: number): NoticeSuppressionReason | undefined {
  if (renewal.quote.quoteId !== quoteId) return 'superseded';
  return localDate(now, firstLine(renewal).zone) > renewal.quote.validUntil ? 'out-of-date' : undefined;
}
