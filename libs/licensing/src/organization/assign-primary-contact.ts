import type { UnderPolicy } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, ContactId } from '../shared/words';
import type { PrimaryContactAssigned } from './events';
import { isRegistered } from './rules';
import { isCompanyContact, primaryContactOf, type Organization } from './state';

export interface AssignPrimaryContact {
  readonly contactId: ContactId;
  readonly by: Actor;
  /** Why support names somebody for the company. */
  readonly reason?: string;
}

type AssignmentRule = Rule<Organization, AssignPrimaryContact, UnderPolicy>;

const isAssignedByPrimaryContactOrSupport: AssignmentRule = (organization, { by }, { policy }) =>
  by.type === 'support' || by.id === primaryContactOf(organization)
    ? undefined
    : refused(
        'NOT_PRIMARY_CONTACT',
        `Only the current primary contact names a new one. Ask that person, or write to ${policy.vendor.supportEmail} when that person has left.`,
      );

const isOverriddenForAReason: AssignmentRule = (_organization, { by, reason }) =>
  by.type === 'support' && !reason?.trim()
    ? refused('INVALID_INPUT', 'Support names the primary contact on record. Say why, as the reason.')
    : undefined;

const isNamedFromTheCompany: AssignmentRule = (organization, { contactId }) =>
  isCompanyContact(organization, contactId)
    ? undefined
    : refused('NOT_FOUND', 'That person is not a contact of the company. Invite them first, and assign them then.');

const rules = [isRegistered, isAssignedByPrimaryContactOrSupport, isOverriddenForAReason, isNamedFromTheCompany];

/** The current primary contact hands over; support may override, on record (F). */
export function assignPrimaryContact(
  organization: Organization,
  { contactId, by, reason }: AssignPrimaryContact,
  decision: UnderPolicy,
): PrimaryContactAssigned[] {
  enforce(rules, organization, { contactId, by, ...(reason !== undefined && { reason }) }, decision);
  const previousId = primaryContactOf(organization);
  if (previousId === contactId) return [];
  const override = by.type === 'support';
  return [
    {
      type: 'PrimaryContactAssigned',
      data: {
        contactId,
        ...(previousId !== undefined && { previousId }),
        by,
        override,
        ...(override && reason !== undefined && { reason }),
      },
    },
  ];
}
