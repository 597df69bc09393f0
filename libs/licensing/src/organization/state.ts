import { VersionedMap } from '../shared/versioned-map';
import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { ContactId, PersonalText } from '../shared/words';
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
  /** Everybody who ever was invited, in the order of the first invitation. */
  readonly contacts: VersionedMap<ContactId, CompanyContact>;
  readonly notes: VersionedMap<number, CompanyNoteAdded['data']>;
}

export interface CompanyContact {
  readonly status: 'invited' | 'accepted' | 'removed' | 'erased';
  readonly email: PersonalText;
  readonly name: PersonalText;
  /** The last one, while nobody has accepted it: a new one supersedes it. */
  readonly invitation?: Invitation;
  readonly removalRequested?: true;
}

export type Invitation = Omit<ContactInvited['data'], 'email' | 'name'>;

type ContactEvent = Exclude<
  OrganizationEvent,
  { type: 'OrganizationRegistered' | 'PrimaryContactAssigned' | 'NoteAdded' }
>;

function evolve(organization: Organization, event: OrganizationEvent): Organization {
  if (event.type === 'OrganizationRegistered') return registered(event);
  if (organization.status === 'unregistered') throw new EventOutOfPlace('organization', event, organization.status);
  switch (event.type) {
    case 'PrimaryContactAssigned':
      return { ...organization, primaryContactId: event.data.contactId };
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
  const { contactId, email, name } = data.owner;
  return {
    status: 'registered',
    registration: data,
    primaryContactId: contactId,
    contacts: VersionedMap.of<ContactId, CompanyContact>([contactId, { status: 'accepted', email, name }]),
    notes: VersionedMap.of(),
  };
}

function withContact(organization: RegisteredOrganization, event: ContactEvent): RegisteredOrganization {
  const { contacts } = organization;
  const { contactId } = event.data;
  return { ...organization, contacts: contacts.with(contactId, evolveContact(contacts.get(contactId), event)) };
}

function evolveContact(contact: CompanyContact | undefined, event: ContactEvent): CompanyContact {
  if (event.type === 'ContactInvited') {
    const { email, name, ...invitation } = event.data;
    return { ...contact, status: 'invited', email, name, invitation };
  }
  if (!contact) throw new EventOutOfPlace('organization', event, 'without that contact');
  switch (event.type) {
    case 'InvitationAccepted':
      return { ...withoutInvitation(contact), status: 'accepted' };
    case 'CompanyContactRemoved':
      return { ...withoutInvitation(contact), status: 'removed' };
    case 'ContactEmailChanged':
      return { ...contact, email: event.data.email };
    case 'AccountRemovalRequested':
      return { ...contact, removalRequested: true };
    case 'SubjectErased':
      return { ...withoutInvitation(contact), status: 'erased' };
    default:
      throw new UnknownEvent('organization', event);
  }
}

/** An old link must not lead back in. */
function withoutInvitation({ invitation: _over, ...contact }: CompanyContact): CompanyContact {
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
