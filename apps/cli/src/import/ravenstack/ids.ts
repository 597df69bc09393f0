import type { ContactId, LicenseId, OrderId, OrganizationId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

/**
 * Ids of what an import brings, from the ids of the former system: a second import finds what the first one made. The
 * same export under another policy is another vendor's and shares nothing. Never change a part.
 */
export function importedIds(policy: string) {
  const id = (thing: string, ...external: readonly string[]) => derivedId('ravenstack', policy, thing, ...external);
  return {
    organization: (accountId: string) => id('organization', accountId) as OrganizationId,
    owner: (accountId: string) => id('owner', accountId) as ContactId,
    order: (subscriptionId: string) => id('order', subscriptionId) as OrderId,
    license: (subscriptionId: string) => id('license', subscriptionId) as LicenseId,
    /** The one reseller of all partner orders, and its contact. */
    reseller: () => id('reseller') as OrganizationId,
    resellerContact: () => id('reseller-contact') as ContactId,
  };
}
