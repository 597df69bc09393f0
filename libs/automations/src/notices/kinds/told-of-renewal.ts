import type { Desk } from '@renewals/commands';
import {
  type Actor,
  addDays,
  billingRecipientsOf,
  type ContactId,
  hasAccess,
  type LateBasis,
  type Money,
  type NoticeSuppressionReason,
  type Renewal,
  total,
} from '@renewals/licensing';
import type { Recipient, RenewedLine, RoleInOrders } from '@renewals/mail';
import { customerOf } from '../../correspondence/correspondent';
import { type BilledLine, billedLines } from './billed-lines';

/**
 * Who is told of a line before it is paid: who is billed for it, and of those who asked for it whoever sees its license.
 * Of what a reseller sold nobody but the reseller is (L).
 */
function toldOf(line: BilledLine, askedBy: readonly ContactId[]): readonly ContactId[] {
  const { order, organization } = line;
  const billed = billingRecipientsOf(line);
  if (order.placement.channel === 'reseller') return billed;
  return [...new Set([...askedBy.filter((contactId) => hasAccess(order, organization, contactId)), ...billed])];
}

/** Also of a renewal that was withdrawn: why they are not told any more is on record for each. */
export async function recipientsOf(renewal: Renewal, desk: Desk, askedBy?: ContactId): Promise<readonly Recipient[]> {
  if (renewal.stage === 'unrequested') return [];
  const asked = renewal.stage === 'withdrawn' ? [] : askers(renewal.request.requestedBy, askedBy);
  const lines = await billedLines(renewal, desk);
  return [...new Set(lines.flatMap((line) => toldOf(line, asked)))];
}

/** Those of a customer's people; the vendor's see what they asked for on their desk. */
export function askers(requestedBy: Actor, askedBy?: ContactId): readonly ContactId[] {
  const requester = requestedBy.type === 'customer' ? [requestedBy.id as ContactId] : [];
  return askedBy === undefined ? requester : [...requester, askedBy];
}

/** The lines that the recipient is told of, or why there are none. */
export function linesFor(
  recipient: Recipient,
  lines: readonly BilledLine[],
  askedBy: readonly ContactId[],
): { readonly lines: readonly [BilledLine, ...BilledLine[]] } | { readonly suppress: NoticeSuppressionReason } {
  const contactId = recipient as ContactId;
  const [first, ...others] = lines.filter((line) => toldOf(line, askedBy).includes(contactId));
  if (!first) return { suppress: lines.some(({ reseller }) => reseller) ? 'reseller-only' : 'no-access' };
  return { lines: [first, ...others] };
}

/** `lateBasis`: of a late renewal. One that starts anew has no day before it is invoiced. */
export function renewedLine({ line, license }: BilledLine, lateBasis: LateBasis | undefined): RenewedLine {
  const { product, externalId, licenseId } = license.grant;
  return {
    of: line.subject.kind,
    product,
    license: externalId ?? licenseId,
    quota: line.quota,
    amount: line.amount,
    ...(lateBasis !== 'from-now' && { startsOn: addDays(line.currentExpiresOn, 1) }),
  };
}

/** What the lines cost together. */
export function totalOfLines(lines: readonly [BilledLine, ...BilledLine[]]): Money {
  const amounts = lines.map(({ line }) => line.amount);
  return total(lines[0].line.amount.currency, amounts);
}

/** Why the reader gets it: what a reseller sold, what they are billed for, or the orders they are contacts of. */
export function roleIn(lines: readonly [BilledLine, ...BilledLine[]], contactId: ContactId): RoleInOrders {
  const orders = [...new Set(lines.map(({ order }) => order.placement.orderId))];
  if (lines[0].reseller) return { role: 'reseller', orders };
  const isBilled = lines.some((line) => billingRecipientsOf(line).includes(contactId));
  return { role: isBilled ? 'billing-contact' : 'order-contact', orders };
}

/** Whose licenses they are, as the recipient calls them; nobody's for the customer's own people. */
export function customersOf(lines: readonly BilledLine[], contactId: ContactId): readonly string[] {
  return [...new Set(lines.flatMap((line) => customerOf(contactId, line) ?? []))];
}
