import type { OrganizationRegistered } from './events';
import type { Organization } from './state';

export type RegisterOrganization = OrganizationRegistered['data'];

/** Opens the account once; its owner is the first company contact and its primary contact (P). */
export function registerOrganization(
  organization: Organization,
  command: RegisterOrganization,
): OrganizationRegistered[] {
  if (organization.status === 'registered') return [];
  return [{ type: 'OrganizationRegistered', data: command }];
}
