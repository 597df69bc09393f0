import { isStaff } from '../shared/actors';
import type { Decision } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { ContactId } from '../shared/words';
import { rfc3339 } from '../term';
import type { ContactInvited } from './events';
import { isRegistered } from './rules';
import { companyContactOf, isCompanyContact, type Organization } from './state';

export type InviteContact = Omit<ContactInvited['data'], 'policy' | 'expiresAt'>;

const MILLISECONDS_OF_A_DAY = 86_400_000;

const isInvitedByACompanyContact: Rule<Organization, InviteContact, Decision> = (organization, { invitedBy }) =>
  isStaff(invitedBy) || isCompanyContact(organization, invitedBy.id as ContactId)
    ? undefined
    : refused('NOT_ALLOWED', 'Only contacts of the company invite others. Ask one of them to send the invitation.');

const rules = [isRegistered, isInvitedByACompanyContact];

/** Invites a person to the company's account, or again: the new invitation supersedes the one before (F, E). */
export function inviteContact(
  organization: Organization,
  command: InviteContact,
  decision: Decision,
): ContactInvited[] {
  enforce(rules, organization, command, decision);
  const contact = companyContactOf(organization, command.contactId);
  if (contact?.status === 'accepted' || contact?.invitation?.invitationId === command.invitationId) return [];
  const until = decision.now + decision.policy.invitationValidDays * MILLISECONDS_OF_A_DAY;
  return [{ type: 'ContactInvited', data: { ...command, policy: decision.policy.id, expiresAt: rfc3339(until) } }];
}
