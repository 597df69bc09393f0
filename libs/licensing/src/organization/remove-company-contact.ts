import { isCustomerSide } from '../shared/actors';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactId } from '../shared/words';
import type { CompanyContactRemoved } from './events';
import { isRegistered } from './rules';
import { companyContactOf, isCompanyContact, type Organization } from './state';

export type RemoveCompanyContact = CompanyContactRemoved['data'];

const isRemovedByTheCompany: Rule<Organization, RemoveCompanyContact, object> = (organization, { by }) =>
  !isCustomerSide(by) || isCompanyContact(organization, by.id as ContactId)
    ? undefined
    : refused('NOT_ALLOWED', 'Only contacts of the company remove others. Ask one of them to do it.');

const rules = [isRegistered, isRemovedByTheCompany];

/**
 * Ends a person's access to every order of the company, and an invitation that waits (F). When it was the primary
 * contact, the company has none until support names one.
 */
export function removeCompanyContact(
  organization: Organization,
  command: RemoveCompanyContact,
): CompanyContactRemoved[] {
  enforce(rules, organization, command, {});
  const status = companyContactOf(organization, command.contactId)?.status;
  return status === 'accepted' || status === 'invited' ? [{ type: 'CompanyContactRemoved', data: command }] : [];
}
