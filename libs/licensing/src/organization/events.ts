import type { DomainEvent } from '../shared/event';
import type { Actor, ContactId, OrganizationId, PersonalText, Zone } from '../shared/words';

/** Opens the account; its owner is the first accepted company contact. `role` tells a customer from a reseller. */
export type OrganizationRegistered = DomainEvent<
  'OrganizationRegistered',
  {
    readonly organizationId: OrganizationId;
    readonly via: 'registration' | 'purchase' | 'import';
    readonly role: 'customer' | 'reseller';
    readonly name: string;
    readonly zone: Zone;
    readonly passwordSetupRequired: boolean;
    readonly owner: { readonly contactId: ContactId; readonly email: PersonalText; readonly name: PersonalText };
    readonly externalId?: string;
    /** The imported row, column by column. */
    readonly imported?: Readonly<Record<string, string>>;
  }
>;

export type ContactInvited = DomainEvent<
  'ContactInvited',
  {
    readonly invitationId: string;
    readonly contactId: ContactId;
    readonly email: PersonalText;
    readonly name: PersonalText;
    readonly invitedBy: ContactId;
    /** RFC 3339, UTC. */
    readonly expiresAt: string;
  }
>;

export type InvitationAccepted = DomainEvent<
  'InvitationAccepted',
  { readonly invitationId: string; readonly contactId: ContactId }
>;

export type CompanyContactRemoved = DomainEvent<
  'CompanyContactRemoved',
  { readonly contactId: ContactId; readonly by: Actor }
>;

export type PrimaryContactAssigned = DomainEvent<
  'PrimaryContactAssigned',
  {
    readonly contactId: ContactId;
    readonly previousId?: ContactId;
    readonly by: Actor;
    /** Support named the contact, not the previous primary contact. */
    readonly override: boolean;
  }
>;

export type OrganizationEvent =
  OrganizationRegistered | ContactInvited | InvitationAccepted | CompanyContactRemoved | PrimaryContactAssigned;

/** One stream per keyed hash of an e-mail address, so that no address ever opens two accounts. */
export type AddressReserved = DomainEvent<
  'AddressReserved',
  { readonly contactId: ContactId; readonly organizationId: OrganizationId }
>;

export type AddressEvent = AddressReserved;
