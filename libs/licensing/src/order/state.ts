import type { PolicyVersion } from '../policy';
import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import { VersionedMap } from '../shared/versioned-map';
import type { ContactId } from '../shared/words';
import type {
  ContactRole,
  OrderAlertReason,
  OrderEvent,
  OrderPaymentRecorded,
  OrderPlaced,
  RemindersUnsubscribed,
} from './events';

export type Order = UnplacedOrder | PlacedOrder;

export interface UnplacedOrder {
  readonly status: 'unplaced';
}

export interface PlacedOrder {
  readonly status: 'placed';
  readonly placement: OrderPlaced['data'];
  /** That holds now: the one it was placed under, or was moved to. */
  readonly policyVersion: PolicyVersion;
  /** By payment; those that bounced too. */
  readonly payments: VersionedMap<string, OrderPayment>;
  /** By role and person, in the order in which they were added. Ask `contactsOf`. */
  readonly contacts: VersionedMap<string, OrderContact>;
  /** Who wants no reminders of this order, and how we learned it. */
  readonly unsubscribed: VersionedMap<ContactId, RemindersUnsubscribed['data']['via']>;
  /** What sales was told of, and has not been mended since. */
  readonly alerts: ReadonlySet<OrderAlertReason>;
}

export interface OrderPayment extends Omit<OrderPaymentRecorded['data'], 'recordedBy'> {
  readonly reversed: boolean;
}

export interface OrderContact {
  readonly contactId: ContactId;
  readonly role: ContactRole;
}

function evolve(order: Order, event: OrderEvent): Order {
  if (event.type === 'OrderPlaced') {
    return placed(event);
  }
  if (order.status === 'unplaced') throw new EventOutOfPlace('order', event, order.status);
  switch (event.type) {
    case 'OrderPolicyMoved': {
      const { policy, toHash: policyHash } = event.data;
      return { ...order, policyVersion: { policy, policyHash } };
    }
    case 'OrderPaymentRecorded': {
      const { recordedBy: _by, ...payment } = event.data;
      return { ...order, payments: order.payments.with(payment.paymentId, { ...payment, reversed: false }) };
    }
    case 'OrderPaymentReversed':
      return { ...order, payments: withReversed(order.payments, event.data.paymentId) };
    case 'ContactAdded': {
      const { contactId, role } = event.data;
      return { ...order, contacts: order.contacts.with(keyOf(contactId, role), { contactId, role }) };
    }
    case 'ContactRemoved':
      return { ...order, contacts: order.contacts.without(keyOf(event.data.contactId, event.data.role)) };
    case 'RemindersUnsubscribed':
      return { ...order, unsubscribed: order.unsubscribed.with(event.data.contactId, event.data.via) };
    case 'RemindersResubscribed':
      return { ...order, unsubscribed: order.unsubscribed.without(event.data.contactId) };
    case 'AlertRaised':
      return { ...order, alerts: new Set([...order.alerts, event.data.reason]) };
    case 'AlertResolved':
      return { ...order, alerts: new Set([...order.alerts].filter((reason) => reason !== event.data.reason)) };
    default:
      throw new UnknownEvent('order', event);
  }
}

function withReversed(payments: PlacedOrder['payments'], paymentId: string): PlacedOrder['payments'] {
  const payment = payments.get(paymentId);
  return payment ? payments.with(paymentId, { ...payment, reversed: true }) : payments;
}

function placed({ data }: OrderPlaced): PlacedOrder {
  return {
    status: 'placed',
    placement: data,
    policyVersion: { policy: data.policy, policyHash: data.policyHash },
    payments: VersionedMap.of(),
    contacts: VersionedMap.of(),
    unsubscribed: VersionedMap.of(),
    alerts: new Set(),
  };
}

function keyOf(contactId: ContactId, role: ContactRole): string {
  return `${role} ${contactId}`;
}

export function isContact(order: Order, contactId: ContactId, role: ContactRole): boolean {
  return order.status === 'placed' && order.contacts.has(keyOf(contactId, role));
}

/** In the order in which they were added. */
export function contactsOf(order: Order, role: ContactRole): readonly ContactId[] {
  if (order.status === 'unplaced') return [];
  return [...order.contacts.values()].filter((one) => one.role === role).map(({ contactId }) => contactId);
}

/** Whoever was added for billing last, else the one named at the purchase (L). */
export function billingContactOf(order: PlacedOrder): ContactId {
  return contactsOf(order, 'billing').at(-1) ?? order.placement.billingContactId;
}

export const orderStream: StreamDefinition<Order, OrderEvent> = {
  category: 'order',
  initial: { status: 'unplaced' },
  evolve,
};
