import { isCompanyContact } from '../organization';
import { enforce, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { ContactRemoved, ContactRole, OrderAlertRaised } from './events';
import { refuseManagement } from './manages-contacts';
import { alertingOfSilence, type AmongReached } from './reachability';
import { isContact, type Order } from './state';

export interface RemoveContact {
  readonly contactId: ContactId;
  readonly role: 'order' | 'technical';
  readonly removedBy: Actor;
}

export type RemoveDepartedContact = Pick<ContactRemoved['data'], 'contactId' | 'removedBy'>;

type Removed = ContactRemoved | OrderAlertRaised;

const isRemovedByAnOrderContact: Rule<Order, RemoveContact, AmongReached> = (order, { removedBy }, { organization }) =>
  refuseManagement(order, organization, removedBy);

const rules = [isRemovedByAnOrderContact];

/** Takes a person off the order's list: no more licenses to see, no more reminders (F, E). */
export function removeContact(order: Order, command: RemoveContact, decision: AmongReached): Removed[] {
  enforce(rules, order, command, decision);
  if (!isContact(order, command.contactId, command.role)) return [];
  return alertingOfSilence(order, decision, [{ type: 'ContactRemoved', data: command }]);
}

const everyRole = ['order', 'billing', 'technical'] as const satisfies readonly ContactRole[];

/**
 * Whoever left the company leaves its orders. Access ended when they left, so this only tidies the list, and tells sales
 * where nobody is left (F). It does nothing to somebody who is back.
 */
export function removeDepartedContact(
  order: Order,
  { contactId, removedBy }: RemoveDepartedContact,
  decision: AmongReached,
): Removed[] {
  if (isCompanyContact(decision.organization, contactId)) return [];
  const events = everyRole
    .filter((role) => isContact(order, contactId, role))
    .map((role): ContactRemoved => ({ type: 'ContactRemoved', data: { contactId, role, removedBy } }));
  return alertingOfSilence(order, decision, events);
}
