import type { DomainEvent } from '../shared/event';
import type { Actor, ContactId, OrganizationId, PersonalText } from '../shared/words';

/** One stream per keyed hash of an e-mail address, so that no address ever opens two accounts. */
export type AddressReserved = DomainEvent<
  'AddressReserved',
  { readonly contactId: ContactId; readonly organizationId: OrganizationId }
>;

/** The person has another address by now, or none: this one may open another account. */
export type AddressReleased = DomainEvent<'AddressReleased', { readonly contactId: ContactId; readonly by: Actor }>;

/** A link is to be mailed. It stands in no event: it is made when the mail is. */
export type PasswordLinkRequested = DomainEvent<
  'PasswordLinkRequested',
  {
    readonly contactId: ContactId;
    readonly organizationId: OrganizationId;
    /** Id of the policy of the vendor who writes. */
    readonly policy: string;
    /** RFC 3339, UTC. */
    readonly expiresAt: string;
  }
>;

/** Names the credential that holds from now on; the password's hash is kept outside the log. */
export type PasswordSet = DomainEvent<'PasswordSet', { readonly contactId: ContactId; readonly credentialId: string }>;

export const newsletterInterests = ['product-news', 'product-releases', 'tutorials', 'monthly-newsletter'] as const;

export type NewsletterInterest = (typeof newsletterInterests)[number];

/**
 * News that are wanted at this address, with or without an account. Says nothing about renewal reminders: those are the
 * order's (F, E).
 */
export type NewsletterPreferencesChanged = DomainEvent<
  'NewsletterPreferencesChanged',
  | { readonly subscribed: true; readonly interests: readonly NewsletterInterest[]; readonly email: PersonalText }
  | { readonly subscribed: false; readonly interests: readonly [] }
>;

export type AddressEvent =
  AddressReserved | AddressReleased | PasswordLinkRequested | PasswordSet | NewsletterPreferencesChanged;
