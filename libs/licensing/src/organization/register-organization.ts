import { enforce, refused, type Rule } from '../shared/rule';
import type { OrganizationRegistered } from './events';
import { isCompanyContact, type Organization } from './state';

export type RegisterOrganization = OrganizationRegistered['data'];

type RegistrationRule = Rule<Organization, RegisterOrganization, object>;

const isRegisteredOnce: RegistrationRule = ({ status }, { via }) =>
  status === 'registered' && via === 'registration'
    ? refused(
        'NOT_ALLOWED',
        'This e-mail address has an account already. Sign in with it; Forgot Password? sets a new password.',
      )
    : undefined;

const isBoughtByAContact: RegistrationRule = (organization, { via, owner }) =>
  organization.status === 'registered' && via === 'purchase' && !isCompanyContact(organization, owner.contactId)
    ? refused(
        'NOT_ALLOWED',
        'This e-mail address belongs to somebody who is not a contact of their company. Accept the invitation first, or buy with another address.',
      )
    : undefined;

const rules = [isRegisteredOnce, isBoughtByAContact];

/**
 * Opens the account once; its owner is the first company contact and its primary contact. A purchase by a contact of a
 * company that has an account belongs to that account (P).
 */
export function registerOrganization(
  organization: Organization,
  command: RegisterOrganization,
): OrganizationRegistered[] {
  enforce(rules, organization, command, {});
  return organization.status === 'registered' ? [] : [{ type: 'OrganizationRegistered', data: command }];
}
