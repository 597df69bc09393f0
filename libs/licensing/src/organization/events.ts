import type { ReminderOffsetsOverridden } from '../policy';
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
    readonly owner: {
      readonly contactId: ContactId;
      readonly email: PersonalText;
      readonly name: PersonalText;
      /** BCP 47, of the owner's mail, when it is known. */
      readonly locale?: string;
    };
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
    /** BCP 47, of the person's mail, when it is known. */
    readonly locale?: string;
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
  {
    readonly contactId: ContactId;
    readonly email: PersonalText;
    readonly by: Actor;
    /** RFC 3339, UTC. */
    readonly at: string;
  }
>;

/** A mail to the contact came back, or was complained about. */
export type MailBounced = DomainEvent<
  'MailBounced',
  {
    readonly contactId: ContactId;
    /** `hard`: it will never arrive. `soft`: late, or refused for the time being. `complaint`: its reader calls it spam. */
    readonly severity: 'hard' | 'soft' | 'complaint';
    /** RFC 3463, as `5.1.1`, where the report says one. */
    readonly status?: string;
    /** Of the mail, in angle brackets. */
    readonly messageId: string;
    /** When it was reported to us. RFC 3339, UTC. */
    readonly at: string;
  }
>;

/** Mail reaches the contact again. Another address says so by itself. */
export type ContactReachable = DomainEvent<
  'ContactReachable',
  {
    readonly contactId: ContactId;
    readonly by: Actor;
    readonly reason: string;
    /** RFC 3339, UTC. */
    readonly at: string;
  }
>;

/** BCP 47, of the person's mail. */
export type ContactLocaleChanged = DomainEvent<
  'ContactLocaleChanged',
  { readonly contactId: ContactId; readonly locale: string; readonly by: Actor }
>;

/** BCP 47, of mail to everybody of the company who chose none. */
export type OrganizationLocaleChanged = DomainEvent<
  'OrganizationLocaleChanged',
  { readonly locale: string; readonly by: Actor }
>;

/** The address of a calendar of the person's upcoming renewals, which supersedes the one before. */
export type CalendarFeedOpened = DomainEvent<
  'CalendarFeedOpened',
  { readonly contactId: ContactId; readonly feedId: string; readonly by: Actor }
>;

/** Nothing is read at that address any more. */
export type CalendarFeedRevoked = DomainEvent<
  'CalendarFeedRevoked',
  { readonly contactId: ContactId; readonly feedId: string; readonly by: Actor }
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
  | MailBounced
  | ContactReachable
  | ContactLocaleChanged
  | OrganizationLocaleChanged
  | CalendarFeedOpened
  | CalendarFeedRevoked
  | AccountRemovalRequested
  | SubjectErased
  | ReminderOffsetsOverridden
  | CompanyNoteAdded;
