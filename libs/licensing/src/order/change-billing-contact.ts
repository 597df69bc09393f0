import type { UnderPolicy } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import { noSuchOrder } from './access';
import { type AmongContacts, isLinkedToOrganization } from './add-contact';
import type { ContactAdded, ContactRemoved } from './events';
import { billingContactOf, contactsOf, type Order } from './state';

export interface ChangeBillingContact {
  readonly contactId: ContactId;
  /** As it was typed, for the answer. */
  readonly address: string;
  readonly by: Actor;
}

type BillingRule = Rule<Order, ChangeBillingContact, AmongContacts & UnderPolicy>;

const isPlaced: BillingRule = (order) => (order.status === 'placed' ? undefined : noSuchOrder);

const isChangedBySales: BillingRule = (_order, { by }, { policy }) =>
  by.type === 'sales' || by.type === 'operator'
    ? undefined
    : refused('NOT_ALLOWED', `The billing contact is changed by sales. Write to ${policy.vendor.salesEmail}.`);

const rules = [isPlaced, isChangedBySales, isLinkedToOrganization];

/** Names another company contact for the bills; to update it one contacts sales (L). */
export function changeBillingContact(
  order: Order,
  command: ChangeBillingContact,
  decision: AmongContacts & UnderPolicy,
): (ContactAdded | ContactRemoved)[] {
  enforce(rules, order, command, decision);
  const { contactId, by } = command;
  if (order.status === 'placed' && billingContactOf(order) === contactId) return [];
  return [
    ...contactsOf(order, 'billing').map((previous): ContactRemoved => ({
      type: 'ContactRemoved',
      data: { contactId: previous, role: 'billing', removedBy: by },
    })),
    { type: 'ContactAdded', data: { contactId, role: 'billing', addedBy: by } },
  ];
}
