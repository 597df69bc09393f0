import type { License } from '../license';
import { isMailedAbout } from '../license';
import { isCompanyContact, isUnreachable, type Organization } from '../organization';
import type { ContactId } from '../shared/words';
import type { OrderAlertRaised, OrderAlertResolved, OrderEvent } from './events';
import { contactsOf, type Order, orderStream } from './state';

/** On the list, and not unsubscribed. */
function remindedContacts(order: Order): readonly ContactId[] {
  return contactsOf(order, 'order').filter((one) => order.status === 'placed' && !order.unsubscribed.has(one));
}

/** Whom reminders of the order reach. */
export function reachableContacts(order: Order, organization: Organization): readonly ContactId[] {
  return remindedContacts(order).filter(
    (contactId) => isCompanyContact(organization, contactId) && !isUnreachable(contactId, organization),
  );
}

/** Around an order whose list gets shorter. */
export interface AmongReached {
  readonly organization: Organization;
  /** What was bought with it, and what followed that. */
  readonly licenses: readonly License[];
}

/**
 * What was decided about the list, and what it means for sales: an order whose last reachable contact goes raises an
 * alert instead of falling silent, unless nothing of it is left that anybody would be mailed about.
 */
export function alertingOfSilence<Event extends OrderEvent>(
  order: Order,
  { organization, licenses }: AmongReached,
  events: readonly Event[],
): (Event | OrderAlertRaised)[] {
  const after = events.reduce<Order>(orderStream.evolve, order);
  if (after.status === 'unplaced' || after.alerts.has('no-recipient')) return [...events];
  const somebodyWent = remindedContacts(after).length < remindedContacts(order).length;
  const isSilent = somebodyWent && reachableContacts(after, organization).length === 0;
  if (!isSilent || !licenses.some(isMailedAbout)) return [...events];
  return [...events, { type: 'AlertRaised', data: { orderId: after.placement.orderId, reason: 'no-recipient' } }];
}

/** What was decided about the list: the first one who can be reached again resolves the alert. */
export function resolvingSilence<Event extends OrderEvent>(
  order: Order,
  organization: Organization,
  events: readonly Event[],
): (Event | OrderAlertResolved)[] {
  const after = events.reduce<Order>(orderStream.evolve, order);
  if (after.status === 'unplaced' || !after.alerts.has('no-recipient')) return [...events];
  if (reachableContacts(after, organization).length === 0) return [...events];
  return [...events, { type: 'AlertResolved', data: { orderId: after.placement.orderId, reason: 'no-recipient' } }];
}

/** Mail to one of its contacts does not arrive any more, or does again: the order may have fallen silent, or have ended that. */
export function reviewSilence(
  order: Order,
  { contactId }: { readonly contactId: ContactId },
  { organization, licenses }: AmongReached,
): (OrderAlertRaised | OrderAlertResolved)[] {
  if (order.status === 'unplaced' || order.alerts.has('no-recipient')) return resolvingSilence(order, organization, []);
  const isReminded = remindedContacts(order).includes(contactId);
  if (!isReminded || reachableContacts(order, organization).length > 0 || !licenses.some(isMailedAbout)) return [];
  return [{ type: 'AlertRaised', data: { orderId: order.placement.orderId, reason: 'no-recipient' } }];
}
