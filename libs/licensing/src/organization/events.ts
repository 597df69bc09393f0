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
    /** The owner has no password yet, and sets the first one by a mailed link (P). */
    readonly passwordSetupRequired: boolean;
    /** Id of the vendor's policy under which the account was opened. An imported company has those of its orders. */
    readonly policy?: string;
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
    readonly invitedBy: Actor;
    /** Id of the policy of the vendor who writes. */
    readonly policy: string;
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
    /** Why support did. */
    readonly reason?: string;
  }
>;

/** By the back office only (F). */
export type ContactEmailChanged = DomainEvent<
  'ContactEmailChanged',
  { readonly contactId: ContactId; readonly email: PersonalText; readonly by: Actor }
>;

export type AccountRemovalRequested = DomainEvent<
  'AccountRemovalRequested',
  { readonly contactId: ContactId; readonly by: Actor }
>;

/** What was recorded of the person can be read no more: the person's key is erased upon this. */
export type SubjectErased = DomainEvent<'SubjectErased', { readonly contactId: ContactId; readonly by: Actor }>;

/** By the vendor's people, about the company. Never erased, so it names nobody. */
export type CompanyNoteAdded = DomainEvent<'NoteAdded', { readonly text: string; readonly by: Actor }>;

export type OrganizationEvent =
  | OrganizationRegistered
  | ContactInvited
  | InvitationAccepted
  | CompanyContactRemoved
  | PrimaryContactAssigned
  | ContactEmailChanged
  | AccountRemovalRequested
  | SubjectErased
  | CompanyNoteAdded;
