import { isCompanyContact, type Organization } from '../organization';
import { refused, type Refused } from '../shared/rule';
import type { ContactId } from '../shared/words';
import { contactsOf, isContact, type Order } from './state';

/** Sees the order's licenses and gets its reminders: an order contact who is still an accepted company contact (F, E). */
export function hasAccess(order: Order, organization: Organization, contactId: ContactId): boolean {
  return isContact(order, contactId, 'order') && isCompanyContact(organization, contactId);
}

/** Everybody who has access, in the order in which they were added. */
export function readersOf(order: Order, organization: Organization): readonly ContactId[] {
  return contactsOf(order, 'order').filter((contactId) => hasAccess(order, organization, contactId));
}

/**
 * Why this person may not see the order, `undefined` when they may. Only people of the same company learn that the order
 * exists.
 */
export function refuseAccess(order: Order, organization: Organization, contactId: ContactId): Refused | undefined {
  if (hasAccess(order, organization, contactId)) return undefined;
  return order.status === 'placed' && isCompanyContact(organization, contactId)
    ? refused(
        'NOT_AN_ORDER_CONTACT',
        'You are not a contact of this order. ' +
          '1. Be a contact of the company: others invite you by Account Management > Users. ' +
          '2. Ask a contact of this order to add you by Order > My Orders > Manage Contacts.',
      )
    : noSuchOrder;
}

export const noSuchOrder = refused('NOT_FOUND', 'There is no such order. Look up its number in Order > My Orders.');

export const isPlaced = (order: Order): Refused | undefined => (order.status === 'placed' ? undefined : noSuchOrder);
