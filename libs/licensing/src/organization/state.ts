import type { Offsets, ReminderOffsetsOverridden } from '../policy';
import { VersionedMap } from '../shared/versioned-map';
import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { ContactId, PersonalText } from '../shared/words';
import { type Bounces, evolveBounces } from './bounces';
import type { CompanyNoteAdded, ContactInvited, OrganizationEvent, OrganizationRegistered } from './events';

export type Organization = UnregisteredOrganization | RegisteredOrganization;

export interface UnregisteredOrganization {
  readonly status: 'unregistered';
}

export interface RegisteredOrganization {
  readonly status: 'registered';
  readonly registration: OrganizationRegistered['data'];
  /** None after the primary contact has left the company. */
  readonly primaryContactId?: ContactId;
  /** BCP 47, of mail to those who chose none. */
  readonly locale?: string;
  /** Of the reminders of its licenses, instead of the policy's. */
  readonly offsets?: Offsets;
  /** Everybody who ever was invited, in the order of the first invitation. */
  readonly contacts: VersionedMap<ContactId, CompanyContact>;
  readonly notes: VersionedMap<number, CompanyNoteAdded['data']>;
}

export interface CompanyContact {
  readonly status: 'invited' | 'accepted' | 'removed' | 'erased';
  readonly email: PersonalText;
  readonly name: PersonalText;
  /** BCP 47, chosen by or for the person. */
  readonly locale?: string;
  /** The last one, while nobody has accepted it: a new one supersedes it. */
  readonly invitation?: Invitation;
  /** The calendar that is open to whoever has its address: a new one supersedes it. */
  readonly calendarFeed?: string;
  readonly removalRequested?: true;
  /** None while everything arrived. */
  readonly bounces?: Bounces;
  /** Of one who was removed: they had joined before. An invitation that was taken back let nobody in. */
  readonly left?: true;
}

export type Invitation = Omit<ContactInvited['data'], 'email' | 'name' | 'locale'>;

type ContactEvent = Exclude<
  OrganizationEvent,
  {
    type:
      | 'OrganizationRegistered'
      | 'OrganizationLocaleChanged'
      | 'PrimaryContactAssigned'
      | 'ReminderOffsetsOverridden'
      | 'NoteAdded';
  }
>;

function evolve(organization: Organization, event: OrganizationEvent): Organization {
  if (event.type === 'OrganizationRegistered') return registered(event);
  if (organization.status === 'unregistered') throw new EventOutOfPlace('organization', event, organization.status);
  switch (event.type) {
    case 'PrimaryContactAssigned':
      return { ...organization, primaryContactId: event.data.contactId };
    case 'OrganizationLocaleChanged':
      return { ...organization, locale: event.data.locale };
    case 'ReminderOffsetsOverridden':
      return withOffsets(organization, event);
    case 'NoteAdded':
      return { ...organization, notes: organization.notes.with(organization.notes.size, event.data) };
    case 'CompanyContactRemoved':
    case 'SubjectErased':
      return withContact(withoutPrimary(organization, event.data.contactId), event);
    default:
      return withContact(organization, event);
  }
}

function registered({ data }: OrganizationRegistered): RegisteredOrganization {
  const { contactId, ...owner } = data.owner;
  return {
    status: 'registered',
    registration: data,
    primaryContactId: contactId,
    contacts: VersionedMap.of<ContactId, CompanyContact>([contactId, { status: 'accepted', ...owner }]),
    notes: VersionedMap.of(),
  };
}

function withOffsets(
  { offsets: _before, ...organization }: RegisteredOrganization,
  { data: { offsets } }: ReminderOffsetsOverridden,
): RegisteredOrganization {
  return { ...organization, ...(offsets && { offsets }) };
}

function withContact(organization: RegisteredOrganization, event: ContactEvent): RegisteredOrganization {
  const { contacts } = organization;
  const { contactId } = event.data;
  return { ...organization, contacts: contacts.with(contactId, evolveContact(contacts.get(contactId), event)) };
}

function evolveContact(contact: CompanyContact | undefined, event: ContactEvent): CompanyContact {
  if (event.type === 'ContactInvited') {
    const { email, name, locale, ...invitation } = event.data;
    return { ...contact, status: 'invited', email, name, ...(locale !== undefined && { locale }), invitation };
  }
  if (!contact) throw new EventOutOfPlace('organization', event, 'without that contact');
  switch (event.type) {
    case 'InvitationAccepted':
      return { ...withoutInvitation(contact), status: 'accepted' };
    case 'CompanyContactRemoved':
      return removed(contact);
    case 'ContactEmailChanged':
      return { ...contact, email: event.data.email, bounces: evolveBounces(contact.bounces, event) };
    case 'MailBounced':
    case 'ContactReachable':
      return { ...contact, bounces: evolveBounces(contact.bounces, event) };
    case 'ContactLocaleChanged':
      return { ...contact, locale: event.data.locale };
    case 'CalendarFeedOpened':
      return { ...contact, calendarFeed: event.data.feedId };
    case 'CalendarFeedRevoked':
      return withoutCalendarFeed(contact);
    case 'AccountRemovalRequested':
      return { ...contact, removalRequested: true };
    case 'SubjectErased':
      return { ...withoutLinks(contact), status: 'erased' };
    default:
      throw new UnknownEvent('organization', event);
  }
}

function removed(contact: CompanyContact): CompanyContact {
  const { left: _earlier, ...gone } = withoutLinks(contact);
  return { ...gone, status: 'removed', ...(contact.status === 'accepted' && { left: true }) };
}

/** An old link must not lead back in. */
function withoutLinks(contact: CompanyContact): CompanyContact {
  return withoutCalendarFeed(withoutInvitation(contact));
}

function withoutInvitation({ invitation: _over, ...contact }: CompanyContact): CompanyContact {
  return contact;
}

function withoutCalendarFeed({ calendarFeed: _over, ...contact }: CompanyContact): CompanyContact {
  return contact;
}

function withoutPrimary(organization: RegisteredOrganization, leaving: ContactId): RegisteredOrganization {
  if (organization.primaryContactId !== leaving) return organization;
  const { primaryContactId: _left, ...rest } = organization;
  return rest;
}

/** Somebody who ever was invited; `undefined` for anybody else. */
export function companyContactOf(organization: Organization, id: ContactId): CompanyContact | undefined {
  return organization.status === 'registered' ? organization.contacts.get(id) : undefined;
}

/** An accepted company contact who was not removed since. */
export function isCompanyContact(organization: Organization, id: ContactId | undefined): boolean {
  return id !== undefined && companyContactOf(organization, id)?.status === 'accepted';
}

/** None for an organization that nobody opened, or whose primary contact has left. */
export function primaryContactOf(organization: Organization): ContactId | undefined {
  return organization.status === 'registered' ? organization.primaryContactId : undefined;
}

export const organizationStream: StreamDefinition<Organization, OrganizationEvent> = {
  category: 'organization',
  initial: { status: 'unregistered' },
  evolve,
};
