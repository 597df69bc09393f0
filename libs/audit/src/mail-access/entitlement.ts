import {
  channelPolicy,
  type ContactId,
  type LicenseId,
  type Notice,
  type OrganizationId,
  type PolicyOf,
  type RenewalId,
} from '@renewals/licensing';
import type { OrderRoll, Rolls } from './rolls';

/** Why a contact was not entitled to a mail. */
export type NoAccess =
  | 'unknown-license'
  | 'unknown-order'
  | 'not-a-company-contact'
  | 'not-an-order-contact'
  | 'not-the-billing-contact'
  | 'reseller-only'
  | 'unreachable'
  | 'unsubscribed';

/** Undefined when the contact may have the reminders of this license. Throws `UnknownPolicyVersion`. */
export function reasonAgainstReminder(
  license: LicenseId,
  contact: ContactId,
  rolls: Rolls,
  policyOf: PolicyOf,
): NoAccess | undefined {
  const order = rolls.orderOf(license);
  if (!order) return 'unknown-license';
  const { reminders } = channelPolicy(policyOf(order), order.channel);
  const isBilling = reminders.audience === 'billing-contact';
  const reason = isBilling ? againstBillingMail(order, contact, rolls) : againstOrderMail(order, contact, rolls);
  return reason ?? (order.unsubscribed.includes(contact) ? 'unsubscribed' : undefined);
}

/** Undefined when the contact may have the notice. Some kinds go to whom they are about. */
export function reasonAgainstNotice({ kind, about }: Notice, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  switch (kind) {
    case 'quota-threshold':
    case 'handshake-required':
    case 'trial-ends': {
      const order = rolls.orderOf(about.licenseId);
      return order ? againstOrderMail(order, contact, rolls) : 'unknown-license';
    }
    case 'confirmation':
      return againstRenewalMail(about.renewalId, rolls, (order) => againstBillingMail(order, contact, rolls));
    case 'quote':
    case 'approval':
      return againstRenewalMail(about.renewalId, rolls, (order) => againstOfferMail(order, contact, rolls));
    case 'order-received': {
      const order = rolls.order(about.orderId);
      if (!order) return 'unknown-order';
      return againstOrderMail(order, contact, rolls) && againstBillingMail(order, contact, rolls);
    }
    case 'access-removed': {
      const id = 'orderId' in about ? rolls.order(about.orderId)?.organizationId : about.organizationId;
      return id ? againstReaching(id, contact, rolls) : 'unknown-order';
    }
    case 'invitation':
    case 'password-link':
    case 'sales-task':
    case 'alert':
      return undefined;
  }
}

/** Undefined when the contact may have it for one of the lines. */
function againstRenewalMail(
  renewal: RenewalId,
  rolls: Rolls,
  against: (order: OrderRoll) => NoAccess | undefined,
): NoAccess | undefined {
  const reasons = rolls
    .licensesOf(renewal)
    .map((id) => rolls.orderOf(id))
    .map((order) => (order ? against(order) : 'unknown-license'));
  return reasons.includes(undefined) ? undefined : (reasons[0] ?? 'unknown-license');
}

/** Who is billed, or an order contact who may have asked; of what a reseller sold, the reseller and nobody else (L). */
function againstOfferMail(order: OrderRoll, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  const reason = againstBillingMail(order, contact, rolls);
  return order.channel === 'reseller' ? reason : reason && againstOrderMail(order, contact, rolls);
}

/** An order contact who is still an accepted company contact (F, E). */
function againstOrderMail(order: OrderRoll, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  if (!rolls.isMember(order.organizationId, contact)) return 'not-a-company-contact';
  const isOnTheList = order.contacts.some(({ contactId, role }) => role === 'order' && contactId === contact);
  return isOnTheList ? againstReaching(order.organizationId, contact, rolls) : 'not-an-order-contact';
}

/** The billing contact; of what a reseller sold, the reseller and nobody else (L). */
function againstBillingMail(order: OrderRoll, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  if (order.channel === 'reseller') {
    const isReseller = order.resellerId && rolls.isMember(order.resellerId, contact);
    return isReseller ? againstReaching(order.resellerId, contact, rolls) : 'reseller-only';
  }
  if (!rolls.isMember(order.organizationId, contact)) return 'not-a-company-contact';
  const addedLast = order.contacts.findLast(({ role }) => role === 'billing');
  if (contact !== (addedLast?.contactId ?? order.billingContactId)) return 'not-the-billing-contact';
  return againstReaching(order.organizationId, contact, rolls);
}

/** Nothing goes to whom mail does not arrive, or who called it spam, but what they ask for themselves. */
function againstReaching(organization: OrganizationId, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  return rolls.isUnreachable(organization, contact) ? 'unreachable' : undefined;
}
