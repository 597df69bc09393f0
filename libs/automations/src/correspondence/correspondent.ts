import {
  type Audience,
  type ContactId,
  isCompanyContact,
  isUnreachable,
  type License,
  type Organization,
  type Policy,
} from '@renewals/licensing';
import type { Correspondence, LicenseOnMail } from '@renewals/mail';
import type { PersonalData } from '@renewals/platform';

/** Where mail reaches the contact of a company; nowhere once the person was erased, or what went there came back. */
export function addressIn(
  company: Organization | undefined,
  contactId: ContactId,
  personal: PersonalData,
): Correspondence['to'] | undefined {
  return isUnreachable(contactId, company) ? undefined : personIn(company, contactId, personal);
}

/** The name and address of the contact of a company, also where mail does not arrive; none once the person was erased. */
export function personIn(
  company: Organization | undefined,
  contactId: ContactId,
  personal: PersonalData,
): Correspondence['to'] | undefined {
  const contact = company?.status === 'registered' ? company.contacts.get(contactId) : undefined;
  const email = contact && personal.open(contact.email);
  const name = contact && personal.open(contact.name);
  return email === undefined ? undefined : { email, ...(name !== undefined && { name }) };
}

/** The company of whoever gets the order's mail: the customer, or its reseller. */
export function companyOf(
  contactId: ContactId,
  { organization, reseller }: Pick<Audience, 'organization' | 'reseller'>,
) {
  return isCompanyContact(organization, contactId) ? organization : reseller;
}

/** What a reseller calls its customer; nothing for the customer's own people. */
export function customerOf(contactId: ContactId, { organization }: Pick<Audience, 'organization'>): string | undefined {
  if (organization.status !== 'registered' || isCompanyContact(organization, contactId)) return undefined;
  return organization.registration.name;
}

/** Who writes. */
export function vendorOf({ vendor }: Policy): Correspondence['vendor'] {
  const { name, mailFrom, bouncesTo, supportEmail, salesEmail } = vendor;
  return { name, mailFrom, ...(bouncesTo !== undefined && { bouncesTo }), supportEmail, salesEmail };
}

export function licenseOnMail({ grant }: Exclude<License, { status: 'unissued' }>): LicenseOnMail {
  const { licenseId: id, product, quota, externalId } = grant;
  return { id, product, quota, ...(externalId !== undefined && { externalId }) };
}
