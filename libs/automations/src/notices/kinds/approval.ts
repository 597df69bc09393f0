import {
  type ContactId,
  isConfirmationDue,
  isInvoiced,
  localeOf,
  type NoticeAbout,
  type NoticeSuppressionReason,
  type Renewal,
} from '@renewals/licensing';
import type { AfterApproval, Recipient } from '@renewals/mail';
import { addressIn, vendorOf } from '../../correspondence/correspondent';
import type { KindOfNotice, Written } from '../kind-of-notice';
import type { Sources } from '../sources';
import { billedLines } from './billed-lines';
import { askers, customersOf, linesFor, recipientsOf, renewedLine, roleIn, totalOfLines } from './told-of-renewal';

type About = NoticeAbout['approval'];
type Agreed = Extract<Renewal, { stage: 'approved' | 'invoiced' | 'completed' }>;

/** A renewal was agreed to: what comes next, to who asked for it and who is billed for it (L). */
export class Approval implements KindOfNotice<'approval'> {
  constructor(private readonly sources: Sources) {}

  async recipients({ renewalId }: About): Promise<readonly Recipient[]> {
    return recipientsOf(await this.sources.desk.renewal(renewalId), this.sources.desk);
  }

  async write({ renewalId }: About, recipient: Recipient): Promise<Written> {
    const { desk, personal } = this.sources;
    const renewal = await desk.renewal(renewalId);
    const reason = reasonNotToTell(renewal);
    if (reason || !isAgreed(renewal)) return { suppress: reason ?? 'out-of-date' };
    const found = linesFor(recipient, await billedLines(renewal, desk), askers(renewal.request.requestedBy));
    if ('suppress' in found) return found;
    const { lines } = found;
    const [{ policy, reseller, organization }] = lines;
    const contactId = recipient as ContactId;
    const company = reseller ?? organization;
    const to = addressIn(company, contactId, personal);
    if (!to) return { suppress: 'unreachable' };
    return {
      send: {
        kind: 'approval',
        to,
        locale: localeOf(company, contactId, policy),
        vendor: vendorOf(policy),
        customers: customersOf(lines, contactId),
        lines: lines.map((line) => renewedLine(line, renewal.lateBasis)),
        total: totalOfLines(lines),
        next: nextStep(renewal),
        because: roleIn(lines, contactId),
      },
    };
  }
}

function isAgreed(renewal: Renewal): renewal is Agreed {
  return renewal.stage === 'approved' || isInvoiced(renewal);
}

/** Once all its contracts run, the confirmation says more. */
function reasonNotToTell(renewal: Renewal): NoticeSuppressionReason | undefined {
  if (!isAgreed(renewal)) return 'out-of-date';
  return isConfirmationDue(renewal) ? 'superseded' : undefined;
}

function nextStep(renewal: Agreed): AfterApproval {
  if (isInvoiced(renewal)) return 'starts-by-itself';
  const { commitmentRequired, startsUpon } = renewal.request;
  if (commitmentRequired && renewal.commitments.length === 0) return 'commitment';
  return startsUpon === 'approval' ? 'starts-by-itself' : 'invoice';
}
