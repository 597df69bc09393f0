import { channelPolicy, type ContactId, type LicenseId, type Notice, type PolicyOf } from '@renewals/licensing';
import type { OrderRoll, Rolls } from './rolls';

/** Why a contact was not entitled to a mail. */
export type NoAccess =
  | 'unknown-license'
  | 'not-a-company-contact'
  | 'not-an-order-contact'
  | 'not-the-billing-contact'
  | 'reseller-only'
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

/** Undefined when the contact may have the notice. Invitations and password links go to whom they are about. */
export function reasonAgainstNotice({ kind, about }: Notice, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  switch (kind) {
    case 'quota-threshold':
    case 'handshake-required': {
      const order = rolls.orderOf(about.licenseId);
      return order ? againstOrderMail(order, contact, rolls) : 'unknown-license';
    }
    case 'confirmation': {
      const reasons = rolls
        .licensesOf(about.renewalId)
        .map((id) => rolls.orderOf(id))
        .map((order) => (order ? againstBillingMail(order, contact, rolls) : 'unknown-license'));
      return reasons.includes(undefined) ? undefined : (reasons[0] ?? 'unknown-license');
    }
    default:
      return undefined;
  }
}

/** An order contact who is still an accepted company contact (F, E). */
function againstOrderMail(order: OrderRoll, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  if (!rolls.isMember(order.organizationId, contact)) return 'not-a-company-contact';
  const isOnTheList = order.contacts.some(({ contactId, role }) => role === 'order' && contactId === contact);
  return isOnTheList ? undefined : 'not-an-order-contact';
}

/** The billing contact; of what a reseller sold, the reseller and nobody else (L). */
function againstBillingMail(order: OrderRoll, contact: ContactId, rolls: Rolls): NoAccess | undefined {
  if (order.channel === 'reseller') {
    return order.resellerId && rolls.isMember(order.resellerId, contact) ? undefined : 'reseller-only';
  }
  if (!rolls.isMember(order.organizationId, contact)) return 'not-a-company-contact';
  const addedLast = order.contacts.findLast(({ role }) => role === 'billing');
  return contact === (addedLast?.contactId ?? order.billingContactId) ? undefined : 'not-the-billing-contact';
}
