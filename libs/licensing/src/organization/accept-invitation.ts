import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactId } from '../shared/words';
import type { InvitationAccepted } from './events';
import { isCompanyContact, type Invitation, type Organization } from './state';

export interface AcceptInvitation {
  readonly invitationId: string;
  readonly contactId: ContactId;
}

const isInvited: Rule<Organization, AcceptInvitation, AtTime> = (organization, command) =>
  invitationFor(organization, command)
    ? undefined
    : refused('NOT_FOUND', 'There is no such invitation for you. Ask a contact of the company to invite you.');

const isInTime: Rule<Organization, AcceptInvitation, AtTime> = (organization, command, { now }) => {
  const invitation = invitationFor(organization, command);
  return invitation && now >= Date.parse(invitation.expiresAt)
    ? refused(
        'INVITATION_EXPIRED',
        `This invitation was open until ${invitation.expiresAt}. Ask a contact of the company to invite you again.`,
      )
    : undefined;
};

const rules = [isInvited, isInTime];

/** Makes the invited person a company contact. */
export function acceptInvitation(
  organization: Organization,
  command: AcceptInvitation,
  decision: AtTime,
): InvitationAccepted[] {
  if (isCompanyContact(organization, command.contactId)) return [];
  enforce(rules, organization, command, decision);
  return [{ type: 'InvitationAccepted', data: command }];
}

function invitationFor(organization: Organization, command: AcceptInvitation): Invitation | undefined {
  if (organization.status === 'unregistered') return undefined;
  const invitation = organization.invitations.get(command.invitationId);
  return invitation?.contactId === command.contactId ? invitation : undefined;
}
