import { isCustomerSide } from '../shared/actors';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { CompanyContactRemoved } from './events';
import { isCompanyContact, type Organization } from './state';

export interface RemoveCompanyContact {
  readonly contactId: ContactId;
  readonly by: Actor;
}

const isRemovedByTheCompany: Rule<Organization, RemoveCompanyContact, object> = (organization, { by }) =>
  !isCustomerSide(by) || isCompanyContact(organization, by.id as ContactId)
    ? undefined
    : refused('NOT_ALLOWED', 'Only contacts of the company remove others. Ask one of them to do it.');

const rules = [isRemovedByTheCompany];

/**
 * Ends a person's access to every order of the company (F). When it was the primary contact, the company has none until
 * support names one.
 */
export function removeCompanyContact(
  organization: Organization,
  command: RemoveCompanyContact,
): CompanyContactRemoved[] {
  enforce(rules, organization, command, {});
  const contact = organization.status === 'registered' ? organization.contacts.get(command.contactId) : undefined;
  if (!contact || contact.status === 'removed') return [];
  return [{ type: 'CompanyContactRemoved', data: command }];
}
