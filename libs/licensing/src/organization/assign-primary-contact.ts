import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { UnderPolicy } from '../shared/decision';
import type { PrimaryContactAssigned } from './events';
import { isCompanyContact, primaryContactOf, type Organization } from './state';

export interface AssignPrimaryContact {
  readonly contactId: ContactId;
  readonly by: Actor;
}

type AssignmentRule = Rule<Organization, AssignPrimaryContact, UnderPolicy>;

const isAssignedByPrimaryContactOrSupport: AssignmentRule = (organization, { by }, { policy }) =>
  by.type === 'support' || by.id === primaryContactOf(organization)
    ? undefined
    : refused(
        'NOT_PRIMARY_CONTACT',
        `Only the current primary contact names a new one. Ask that person, or write to ${policy.vendor.supportEmail} when that person has left.`,
      );

const isNamedFromTheCompany: AssignmentRule = (organization, { contactId }) =>
  isCompanyContact(organization, contactId)
    ? undefined
    : refused('NOT_FOUND', 'That person is not a contact of the company. Invite them first, and assign them then.');

const rules = [isAssignedByPrimaryContactOrSupport, isNamedFromTheCompany];

/** The current primary contact hands over; support may override, on record (F). */
export function assignPrimaryContact(
  organization: Organization,
  command: AssignPrimaryContact,
  decision: UnderPolicy,
): PrimaryContactAssigned[] {
  enforce(rules, organization, command, decision);
  const previousId = primaryContactOf(organization);
  if (previousId === command.contactId) return [];
  const override = command.by.id !== previousId;
  return [
    { type: 'PrimaryContactAssigned', data: { ...command, ...(previousId !== undefined && { previousId }), override } },
  ];
}
