import { enforce } from '../shared/rule';
import type { Actor, ContactId, PersonalText } from '../shared/words';
import { isKnown, isTheirOwn } from './rules';
import { companyContactOf, type Organization } from './state';

const rules = [isTheirOwn, isKnown];

/**
 * The address whose newsletter preferences are a company contact's, for the person, and for the vendor's people on their
 * behalf (F). What is chosen is kept with the address only: an account has no preferences of its own.
 */
export function newsletterAddressOf(
  organization: Organization,
  command: { readonly contactId: ContactId; readonly by: Actor },
): PersonalText | undefined {
  enforce(rules, organization, command, {});
  return companyContactOf(organization, command.contactId)?.email;
}
