import type { Organization } from '@renewals/licensing';

export function nameOf(organization: Organization): string {
  return organization.status === 'registered' ? organization.registration.name : '';
}
