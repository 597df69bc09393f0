import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { ContactId } from '../shared/words';
import type { ContactRole, OrderEvent, OrderPlaced, RemindersUnsubscribed } from './events';

export type Order = UnplacedOrder | PlacedOrder;

export interface UnplacedOrder {
  readonly status: 'unplaced';
}

export interface PlacedOrder {
  readonly status: 'placed';
  readonly placement: OrderPlaced['data'];
  /** In the order in which they were added. */
  readonly contacts: readonly OrderContact[];
  /** Who wants no reminders of this order, and how we learned it. */
  readonly unsubscribed: ReadonlyMap<ContactId, RemindersUnsubscribed['data']['via']>;
}

export interface OrderContact {
  readonly contactId: ContactId;
  readonly role: ContactRole;
}

function evolve(order: Order, event: OrderEvent): Order {
  if (event.type === 'OrderPlaced') {
    return { status: 'placed', placement: event.data, contacts: [], unsubscribed: new Map() };
  }
  if (order.status === 'unplaced') throw new EventOutOfPlace('order', event, order.status);
  switch (event.type) {
    case 'ContactAdded': {
      const { contactId, role } = event.data;
      return { ...order, contacts: [...order.contacts, { contactId, role }] };
    }
    case 'ContactRemoved': {
      const { contactId, role } = event.data;
      return { ...order, contacts: order.contacts.filter((one) => one.contactId !== contactId || one.role !== role) };
    }
    case 'RemindersUnsubscribed':
      return { ...order, unsubscribed: new Map(order.unsubscribed).set(event.data.contactId, event.data.via) };
    case 'RemindersResubscribed': {
      const unsubscribed = new Map(order.unsubscribed);
      unsubscribed.delete(event.data.contactId);
      return { ...order, unsubscribed };
    }
    default:
      throw new UnknownEvent('order', event);
  }
}

export function isContact(order: Order, contactId: ContactId, role: ContactRole): boolean {
  return order.status === 'placed' && order.contacts.some((one) => one.contactId === contactId && one.role === role);
}

/** Whoever was added for billing last, else the one named at the purchase (L). */
export function billingContactOf(order: PlacedOrder): ContactId {
  const added = order.contacts.findLast(({ role }) => role === 'billing');
  return added?.contactId ?? order.placement.billingContactId;
}

export const orderStream: StreamDefinition<Order, OrderEvent> = {
  category: 'order',
  initial: { status: 'unplaced' },
  evolve,
};
