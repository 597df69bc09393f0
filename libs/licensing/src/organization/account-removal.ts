import { enforce, refused, type Rule } from '../shared/rule';
import type { AccountRemovalRequested, CompanyContactRemoved, SubjectErased } from './events';
import { isByStaff, isKnown, isTheirOwn } from './rules';
import { companyContactOf, type Organization } from './state';

export type RequestAccountRemoval = AccountRemovalRequested['data'];
export type EraseContact = SubjectErased['data'];

const requestRules = [isTheirOwn, isKnown];

/** A person asks the vendor to remove their account (F). The vendor's people record it of who asks by mail. */
export function requestAccountRemoval(
  organization: Organization,
  command: RequestAccountRemoval,
): AccountRemovalRequested[] {
  enforce(requestRules, organization, command, {});
  const { removalRequested } = companyContactOf(organization, command.contactId) ?? {};
  return removalRequested ? [] : [{ type: 'AccountRemovalRequested', data: command }];
}

const isRequested: Rule<Organization, EraseContact, object> = (organization, { contactId }) =>
  companyContactOf(organization, contactId)?.removalRequested
    ? undefined
    : refused('NOT_ALLOWED', 'Nobody asked for the removal of this account. Record the request first.');

const erasureRules = [isByStaff, isRequested];

/** Carries the removal out: the person leaves the company, and what is on record of them is erased for good. */
export function eraseContact(
  organization: Organization,
  command: EraseContact,
): (CompanyContactRemoved | SubjectErased)[] {
  const contact = companyContactOf(organization, command.contactId);
  if (contact?.status === 'erased') return [];
  enforce(erasureRules, organization, command, {});
  return [
    ...(contact?.status === 'removed' ? [] : [{ type: 'CompanyContactRemoved', data: command } as const]),
    { type: 'SubjectErased', data: command },
  ];
}
