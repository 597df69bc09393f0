import { isCompanyContact, type Organization } from '../organization';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { ContactAdded, OrderAlertResolved } from './events';
import { refuseManagement } from './manages-contacts';
import { resolvingSilence } from './reachability';
import { isContact, type Order } from './state';

export interface AddContact {
  readonly contactId: ContactId;
  /** The billing contact is changed by sales: see `changeBillingContact`. */
  readonly role: 'order' | 'technical';
  readonly addedBy: Actor;
  /** The e-mail address as the person typed it, for the answer. */
  readonly address: string;
}

/** `organization` is the order's. */
export interface AmongContacts {
  readonly organization: Organization;
}

const isAddedByAnOrderContact: Rule<Order, AddContact, AmongContacts> = (order, { addedBy }, { organization }) =>
  refuseManagement(order, organization, addedBy);

/** The first sentence, and the two steps, are the ones that customers know (F). */
export const isLinkedToOrganization: Rule<Order, Pick<AddContact, 'contactId' | 'address'>, AmongContacts> = (
  _order,
  { contactId, address },
  { organization },
) =>
  isCompanyContact(organization, contactId)
    ? undefined
    : refused(
        'CONTACT_NOT_LINKED_TO_ORGANIZATION',
        `${address} is not linked to your organization and cannot be added to Contacts. ` +
          '1. Invite the user to your organization via Account Management > Users. ' +
          '2. Add the user to the specific order via Order > My Orders > Manage Contacts.',
      );

const rules = [isAddedByAnOrderContact, isLinkedToOrganization];

/** Puts a company contact on the order's list (F, E). */
export function addContact(
  order: Order,
  command: AddContact,
  decision: AmongContacts,
): (ContactAdded | OrderAlertResolved)[] {
  enforce(rules, order, command, decision);
  const { contactId, role, addedBy } = command;
  if (isContact(order, contactId, role)) return [];
  return resolvingSilence(order, decision.organization, [{ type: 'ContactAdded', data: { contactId, role, addedBy } }]);
}
