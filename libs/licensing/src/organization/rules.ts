import { isCustomerSide, isStaff } from '../shared/actors';
import { refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import { companyContactOf, isCompanyContact, type Organization } from './state';

export const isRegistered: Rule<Organization, object, object> = (organization) =>
  organization.status === 'registered'
    ? undefined
    : refused('NOT_FOUND', 'There is no such company account. Register the company first.');

interface AboutContact {
  readonly contactId: ContactId;
}

interface DoneBy {
  readonly by: Actor;
}

/** Somebody whose data is still there. */
export const isKnown: Rule<Organization, AboutContact, object> = (organization, { contactId }) => {
  const contact = companyContactOf(organization, contactId);
  return contact && contact.status !== 'erased'
    ? undefined
    : refused('NOT_FOUND', 'There is no such person in the company. Look them up in Account Management > Users.');
};

/** People of the company decide for themselves, and the vendor's on their behalf. */
export const isTheirOwn: Rule<Organization, AboutContact & DoneBy, object> = (organization, { contactId, by }) =>
  !isCustomerSide(by) || (by.id === contactId && isCompanyContact(organization, contactId))
    ? undefined
    : refused('NOT_ALLOWED', 'Everybody decides this for themselves. Ask that person to do it.');

export const isByStaff: Rule<Organization, DoneBy, object> = (_organization, { by }) =>
  isStaff(by) ? undefined : refused('NOT_ALLOWED', "Only the vendor's people do this. Write to sales, and they will.");
