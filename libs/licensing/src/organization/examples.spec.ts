import { portalPolicy } from '../policy/examples.spec';
import { ann, berlin, bob, byAnn, bySupport, contact, organizationId } from '../shared/examples.spec';
import type { Actor, ContactId, PersonalText } from '../shared/words';
import type {
  CompanyContactRemoved,
  ContactInvited,
  InvitationAccepted,
  MailBounced,
  OrganizationRegistered,
} from './events';

const personal = (id: ContactId, text: string): PersonalText => ({ $personal: id, text });

export function organizationRegistered(data: Partial<OrganizationRegistered['data']> = {}): OrganizationRegistered {
  return {
    type: 'OrganizationRegistered',
    data: {
      organizationId,
      via: 'registration',
      role: 'customer',
      name: 'Acme',
      zone: berlin,
      passwordSetupRequired: false,
      owner: { contactId: ann, email: personal(ann, 'ann@acme.example'), name: personal(ann, 'Ann') },
      ...data,
    },
  };
}

export function contactInvited(data: Partial<ContactInvited['data']> = {}): ContactInvited {
  const contactId = data.contactId ?? bob;
  return {
    type: 'ContactInvited',
    data: {
      invitationId: `invitation of ${contactId}`,
      contactId,
      email: personal(contactId, `${contactId}@acme.example`),
      name: personal(contactId, contactId),
      invitedBy: byAnn,
      policy: portalPolicy.id,
      expiresAt: '2026-03-08T11:00:00Z',
      ...data,
    },
  };
}

export function invitationAccepted(name: string): InvitationAccepted {
  return {
    type: 'InvitationAccepted',
    data: { invitationId: `invitation of ${name}`, contactId: contact(name) },
  };
}

/** Ann owns it, and the others were invited by her and accepted. */
export function companyOfAnnAnd(...others: readonly string[]) {
  return [
    organizationRegistered(),
    ...others.flatMap((name) => [contactInvited({ contactId: contact(name) }), invitationAccepted(name)]),
  ];
}

/** Whoever leaves, or is made to. */
export function left(name: string, by: Actor = bySupport): CompanyContactRemoved {
  return { type: 'CompanyContactRemoved', data: { contactId: contact(name), by } };
}

/** A mail to the person came back for good, unless said otherwise. */
export function mailBounced(name: string, data: Partial<MailBounced['data']> = {}): MailBounced {
  return {
    type: 'MailBounced',
    data: {
      contactId: contact(name),
      severity: 'hard',
      status: '5.1.1',
      messageId: '<first@portal.example>',
      at: '2026-03-01T11:00:00Z',
      ...data,
    },
  };
}
