import type { AtTime } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { InvitationAccepted } from './events';
import { companyContactOf, isCompanyContact, type Organization } from './state';

export type AcceptInvitation = InvitationAccepted['data'];

type AcceptanceRule = Rule<Organization, AcceptInvitation, AtTime>;

const isInvited: AcceptanceRule = (organization, { contactId }) =>
  companyContactOf(organization, contactId)?.invitation
    ? undefined
    : refused('NOT_FOUND', 'There is no such invitation for you. Ask a contact of the company to invite you.');

const isNotSuperseded: AcceptanceRule = (organization, { contactId, invitationId }) =>
  companyContactOf(organization, contactId)?.invitation?.invitationId === invitationId
    ? undefined
    : refused('INVITATION_EXPIRED', 'You were invited again since. Accept the invitation in the newest mail.');

const isInTime: AcceptanceRule = (organization, { contactId }, { now }) => {
  const { expiresAt = '' } = companyContactOf(organization, contactId)?.invitation ?? {};
  return now >= Date.parse(expiresAt)
    ? refused(
        'INVITATION_EXPIRED',
        `This invitation was open until ${expiresAt}. Ask a contact of the company to invite you again.`,
      )
    : undefined;
};

const rules = [isInvited, isNotSuperseded, isInTime];

/** Makes the invited person a company contact (E). */
export function acceptInvitation(
  organization: Organization,
  command: AcceptInvitation,
  decision: AtTime,
): InvitationAccepted[] {
  if (isCompanyContact(organization, command.contactId)) return [];
  enforce(rules, organization, command, decision);
  return [{ type: 'InvitationAccepted', data: command }];
}
