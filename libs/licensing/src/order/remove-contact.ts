import { enforce, type Rule } from '../shared/rule';
import type { AmongContacts } from './add-contact';
import type { ContactRemoved } from './events';
import { refuseManagement } from './manages-contacts';
import { isContact, type Order } from './state';

export type RemoveContact = ContactRemoved['data'];

const isRemovedByAnOrderContact: Rule<Order, RemoveContact, AmongContacts> = (order, { removedBy }, { organization }) =>
  refuseManagement(order, organization, removedBy);

const rules = [isRemovedByAnOrderContact];

/** Takes a person off the order's list: no more licenses to see, no more reminders (F, E). */
export function removeContact(order: Order, command: RemoveContact, decision: AmongContacts): ContactRemoved[] {
  enforce(rules, order, command, decision);
  return isContact(order, command.contactId, command.role) ? [{ type: 'ContactRemoved', data: command }] : [];
}
