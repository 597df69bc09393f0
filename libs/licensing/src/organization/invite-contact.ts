import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { rfc3339 } from '../term';
import type { ContactInvited } from './events';
import { isCompanyContact, type Organization } from './state';

export type InviteContact = Omit<ContactInvited['data'], 'expiresAt'>;

const MILLISECONDS_OF_A_DAY = 86_400_000;

const isInvitedByACompanyContact: Rule<Organization, InviteContact, Decision> = (organization, { invitedBy }) =>
  isCompanyContact(organization, invitedBy)
    ? undefined
    : refused('NOT_ALLOWED', 'Only contacts of the company invite others. Ask one of them to send the invitation.');

const rules = [isInvitedByACompanyContact];

/** Invites a person to the company's account, or invites again while the first invitation waits (F). */
export function inviteContact(
  organization: Organization,
  command: InviteContact,
  decision: Decision,
): ContactInvited[] {
  enforce(rules, organization, command, decision);
  if (isCompanyContact(organization, command.contactId) || isInvited(organization, command.invitationId)) return [];
  const until = decision.now + decision.policy.invitationValidDays * MILLISECONDS_OF_A_DAY;
  return [{ type: 'ContactInvited', data: { ...command, expiresAt: rfc3339(until) } }];
}

function isInvited(organization: Organization, invitationId: string): boolean {
  return organization.status === 'registered' && organization.invitations.has(invitationId);
}
