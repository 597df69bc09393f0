import type { ContactId, PersonalText } from '../shared/words';
import type { StreamDefinition } from '../shared/stream';
import { EventOutOfPlace, UnknownEvent } from '../shared/unreadable-history';
import type { ContactInvited, OrganizationEvent, OrganizationRegistered } from './events';

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
  readonly contacts: ReadonlyMap<ContactId, CompanyContact>;
  readonly invitations: ReadonlyMap<string, Invitation>;
}

export interface CompanyContact {
  readonly status: 'invited' | 'accepted' | 'removed';
  readonly email: PersonalText;
  readonly name: PersonalText;
}

export type Invitation = Pick<ContactInvited['data'], 'contactId' | 'expiresAt'>;

function registered({ data }: OrganizationRegistered): RegisteredOrganization {
  const { contactId, email, name } = data.owner;
  return {
    status: 'registered',
    registration: data,
    primaryContactId: contactId,
    contacts: new Map([[contactId, { status: 'accepted', email, name }]]),
    invitations: new Map(),
  };
}

function withContact(
  organization: RegisteredOrganization,
  id: ContactId,
  contact: CompanyContact,
): RegisteredOrganization {
  return { ...organization, contacts: new Map(organization.contacts).set(id, contact) };
}

function evolve(organization: Organization, event: OrganizationEvent): Organization {
  if (event.type === 'OrganizationRegistered') return registered(event);
  if (organization.status === 'unregistered') throw new EventOutOfPlace('organization', event, organization.status);
  switch (event.type) {
    case 'ContactInvited': {
      const { invitationId, contactId, email, name, expiresAt } = event.data;
      return {
        ...withContact(organization, contactId, { status: 'invited', email, name }),
        invitations: new Map(organization.invitations).set(invitationId, { contactId, expiresAt }),
      };
    }
    case 'InvitationAccepted':
      return withContact(organization, event.data.contactId, {
        ...contactOf(organization, event, event.data.contactId),
        status: 'accepted',
      });
    case 'CompanyContactRemoved':
      return withoutContact(organization, event.data.contactId, contactOf(organization, event, event.data.contactId));
    case 'PrimaryContactAssigned':
      return { ...organization, primaryContactId: event.data.contactId };
    default:
      throw new UnknownEvent('organization', event);
  }
}

/** Whoever leaves takes the open invitations along: an old link must not lead back in. */
function withoutContact(
  { primaryContactId, ...organization }: RegisteredOrganization,
  id: ContactId,
  contact: CompanyContact,
): RegisteredOrganization {
  return {
    ...organization,
    ...(primaryContactId !== undefined && primaryContactId !== id && { primaryContactId }),
    contacts: new Map(organization.contacts).set(id, { ...contact, status: 'removed' }),
    invitations: new Map([...organization.invitations].filter(([, invitation]) => invitation.contactId !== id)),
  };
}

function contactOf(organization: RegisteredOrganization, event: OrganizationEvent, id: ContactId): CompanyContact {
  const contact = organization.contacts.get(id);
  if (!contact) throw new EventOutOfPlace('organization', event, 'without that contact');
  return contact;
}

/** An accepted company contact who was not removed since. */
export function isCompanyContact(organization: Organization, id: ContactId | undefined): boolean {
  return (
    organization.status === 'registered' && id !== undefined && organization.contacts.get(id)?.status === 'accepted'
  );
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
