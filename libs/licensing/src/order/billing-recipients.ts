import { isCompanyContact, isUnreachable, type Organization, primaryContactOf } from '../organization';
import type { ContactId } from '../shared/words';
import { billingContactOf, type Order } from './state';

/** Whom the bills of an order concern, as looked up from the streams. */
export interface AmongBilled {
  readonly order: Order;
  /** The customer. */
  readonly organization: Organization;
  /** Of an order through a reseller. */
  readonly reseller?: Organization;
}

/** What a reseller sold is the reseller's to bill, and nobody else is written to about it (L). */
export function billingRecipientsOf({ order, organization, reseller }: AmongBilled): readonly ContactId[] {
  if (order.status === 'unplaced') return [];
  if (order.placement.channel === 'reseller') {
    const contactId = reseller && primaryContactOf(reseller);
    return contactId === undefined ? [] : [contactId];
  }
  const contactId = billingContactOf(order);
  return isCompanyContact(organization, contactId) ? [contactId] : [];
}

/** Whether a bill would reach somebody now: whose mail bounced is nobody. */
export function isBilledToSomebody(among: AmongBilled): boolean {
  const { organization, reseller } = among;
  return billingRecipientsOf(among).some((contactId) => !isUnreachable(contactId, organization, reseller));
}
