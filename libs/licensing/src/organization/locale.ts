import { isStaff } from '../shared/actors';
import type { Policy } from '../policy';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactId } from '../shared/words';
import type { ContactLocaleChanged, OrganizationLocaleChanged } from './events';
import { isKnown, isRegistered } from './rules';
import { companyContactOf, isCompanyContact, type Organization, primaryContactOf } from './state';

export type ChangeContactLocale = ContactLocaleChanged['data'];
export type ChangeOrganizationLocale = OrganizationLocaleChanged['data'];

const isChosenForThem: Rule<Organization, ChangeContactLocale, object> = (organization, { contactId, by }) =>
  isStaff(by) ||
  by.id === primaryContactOf(organization) ||
  (by.id === contactId && isCompanyContact(organization, contactId))
    ? undefined
    : refused('NOT_ALLOWED', 'The person chooses, or the primary contact does. Ask one of them.');

const isChosenByPrimaryContact: Rule<Organization, ChangeOrganizationLocale, object> = (organization, { by }) =>
  isStaff(by) || by.id === primaryContactOf(organization)
    ? undefined
    : refused(
        'NOT_PRIMARY_CONTACT',
        'Only the primary contact chooses the language of the company. Choose your own, or ask that person.',
      );

/** The language of one person's mail. */
export function changeContactLocale(organization: Organization, command: ChangeContactLocale): ContactLocaleChanged[] {
  enforce([isKnown, isChosenForThem], organization, command, {});
  return companyContactOf(organization, command.contactId)?.locale === command.locale
    ? []
    : [{ type: 'ContactLocaleChanged', data: command }];
}

/** The language of mail to everybody of the company who chose none. */
export function changeOrganizationLocale(
  organization: Organization,
  command: ChangeOrganizationLocale,
): OrganizationLocaleChanged[] {
  enforce([isRegistered, isChosenByPrimaryContact], organization, command, {});
  const { locale } = organization as Extract<Organization, { status: 'registered' }>;
  return locale === command.locale ? [] : [{ type: 'OrganizationLocaleChanged', data: command }];
}

/** BCP 47: the contact's own, else the company's, else the vendor's. */
export function localeOf(
  organization: Organization | undefined,
  contactId: ContactId | undefined,
  { vendor }: Pick<Policy, 'vendor'>,
): string {
  if (organization?.status !== 'registered') return vendor.locale;
  const contact = contactId === undefined ? undefined : organization.contacts.get(contactId);
  return contact?.locale ?? organization.locale ?? vendor.locale;
}
