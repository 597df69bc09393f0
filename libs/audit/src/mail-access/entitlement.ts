import type { ContactId, LicenseId, Policy } from '@renewals/licensing';
import type { OrderRoll, Rolls } from './rolls';

/** Why a contact was not entitled to a reminder. */
export type NoAccess =
  | 'unknown-license'
  | 'not-a-company-contact'
  | 'not-an-order-contact'
  | 'not-the-billing-contact'
  | 'reseller-only'
  | 'unsubscribed';

/** The log speaks of a policy that was not handed over. */
export class UnknownPolicy extends Error {
  override readonly name = 'UnknownPolicy';

  constructor(policy: string, license: LicenseId) {
    super(`License ${license} was sold under the policy "${policy}", which is not configured. Put its file back.`);
  }
}

/** Undefined when the contact may have the reminders of this license. Throws `UnknownPolicy`. */
export function reasonAgainstMail(
  license: LicenseId,
  contact: ContactId,
  rolls: Rolls,
  policies: ReadonlyMap<string, Policy>,
): NoAccess | undefined {
  const sale = rolls.sale(license);
  const order = sale && rolls.order(sale.orderId);
  if (!order) return 'unknown-license';
  const policy = policies.get(sale.policy);
  if (!policy) throw new UnknownPolicy(sale.policy, license);
  const isBilling = policy.reminders.audience === 'billing-contact';
  const reason = isBilling ? againstBillingMail(order, contact, rolls) : againstOrderMail(order, contact, rolls);
  return reason ?? (order.unsubscribed.includes(contact) ? 'unsubscribed' : undefined);
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
