import { billingContactOf, hasAccess, type Order, type PlacedOrder } from '../order';
import { isCompanyContact, type Organization, primaryContactOf } from '../organization';
import type { UnderPolicy } from '../shared/decision';
import type { ContactId, IsoDate } from '../shared/words';
import type { SuppressionReason } from './events';
import { reasonNotToRemind, type Situation } from './still-wanted';

/** Who is who around an order, as looked up from the streams. */
export interface Audience extends UnderPolicy {
  readonly order: Order;
  /** The customer. */
  readonly organization: Organization;
  /** Of an order through a reseller. */
  readonly reseller?: Organization;
}

/** Whose mail it is, in the order in which they joined. Whether each may have it, `mayReceive` says. */
export function recipientsOf(audience: Audience): readonly ContactId[] {
  const { order, organization, policy } = audience;
  if (order.status === 'unplaced') return [];
  if (policy.reminders.audience === 'billing-contact') return billingRecipients(order, audience);
  return order.contacts
    .filter(({ role, contactId }) => role === 'order' && hasAccess(order, organization, contactId))
    .map(({ contactId }) => contactId);
}

/** What a reseller sold is the reseller's to bill, and nobody else is written to about it (L). */
function billingRecipients(order: PlacedOrder, { organization, reseller }: Audience): readonly ContactId[] {
  if (order.placement.channel === 'reseller') {
    const contactId = reseller && primaryContactOf(reseller);
    return contactId === undefined ? [] : [contactId];
  }
  const contactId = billingContactOf(order);
  return isCompanyContact(organization, contactId) ? [contactId] : [];
}

/** Asked at the moment of sending: whether this contact may still have the reminder of this expiry. */
export function mayReceive(
  contactId: ContactId,
  expiresOn: IsoDate,
  audience: Audience & Situation,
): 'ok' | SuppressionReason {
  const reason = reasonNotToRemind(expiresOn, audience);
  if (reason) return reason;
  if (!recipientsOf(audience).includes(contactId)) return isForResellerOnly(audience) ? 'reseller-only' : 'no-access';
  const unsubscribed = audience.order.status === 'placed' ? audience.order.unsubscribed.get(contactId) : undefined;
  if (unsubscribed === undefined) return 'ok';
  return unsubscribed === 'bounce' ? 'unreachable' : 'unsubscribed';
}

function isForResellerOnly({ order, policy }: Audience): boolean {
  return (
    policy.reminders.audience === 'billing-contact' &&
    order.status === 'placed' &&
    order.placement.channel === 'reseller'
  );
}
