import { isSameOffsets, offsetRules, type ReminderOffsetsOverridden, type SoldUnder } from '../policy';
import { enforce, refused, type Rule } from '../shared/rule';
import { isByStaff, isRegistered } from './rules';
import type { Organization } from './state';

export type OverrideOrganizationOffsets = ReminderOffsetsOverridden['data'];

const holdsLicenses: Rule<Organization, object, object> = (organization) =>
  organization.status === 'registered' && organization.registration.role === 'reseller'
    ? refused('NOT_ALLOWED', 'A reseller holds no licenses. Set the reminder days of its customers, or of a license.')
    : undefined;

const rules = [isByStaff, isRegistered, holdsLicenses, ...offsetRules];

/** All licenses of the company are reminded of on these days, but for those that have days of their own. */
export function overrideOrganizationOffsets(
  organization: Organization,
  command: OverrideOrganizationOffsets,
): ReminderOffsetsOverridden[] {
  enforce(rules, organization, command, {});
  if (organization.status !== 'registered' || isSameOffsets(organization.offsets, command.offsets)) return [];
  return [{ type: 'ReminderOffsetsOverridden', data: command }];
}

/** What a license that is issued to the company says of its reminder days. */
export function overridesOf(organization: Organization): Pick<SoldUnder, 'overrides'> {
  const offsets = organization.status === 'registered' ? organization.offsets : undefined;
  return offsets ? { overrides: { organization: offsets } } : {};
}
