import type { LicenseId, OrderId, OrganizationId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

/** The license that a line of an order gets, known before it is there: provisioning twice makes it once. */
export function licenseOfLine(orderId: OrderId, index: number): LicenseId {
  return derivedId('license of an order line', orderId, index) as LicenseId;
}

/** The one order of a company's trial of a product, however its name is written. */
export function trialOrder(policy: string, organizationId: OrganizationId, product: string): OrderId {
  const name = product
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return derivedId('trial', policy, organizationId, name) as OrderId;
}
