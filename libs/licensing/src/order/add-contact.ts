import { isCompanyContact, type Organization } from '../organization';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactAdded } from './events';
import { refuseManagement } from './manages-contacts';
import { isContact, type Order } from './state';

export interface AddContact extends Readonly<ContactAdded['data']> {
  /** The e-mail address as the person typed it, for the answer. */
  readonly address: string;
}

/** `organization` is the order's. */
export interface AmongContacts {
  readonly organization: Organization;
}

const isAddedByAnOrderContact: Rule<Order, AddContact, AmongContacts> = (order, { addedBy }, { organization }) =>
  refuseManagement(order, organization, addedBy);

const isLinkedToOrganization: Rule<Order, AddContact, AmongContacts> = (_order, command, { organization }) =>
  isCompanyContact(organization, command.contactId)
    ? undefined
    : refused(
        'CONTACT_NOT_LINKED_TO_ORGANIZATION',
        `${command.address} is not linked to your organization and cannot be added to Contacts. ` +
          '1. Invite the user to your organization by Account Management > Users. ' +
          '2. Add the user to the specific order by Order > My Orders > Manage Contacts.',
      );

const rules = [isAddedByAnOrderContact, isLinkedToOrganization];

/** Puts a company contact on the order's list (F, E). */
export function addContact(order: Order, command: AddContact, decision: AmongContacts): ContactAdded[] {
  enforce(rules, order, command, decision);
  const { contactId, role, addedBy } = command;
  return isContact(order, contactId, role) ? [] : [{ type: 'ContactAdded', data: { contactId, role, addedBy } }];
}
