import type { License, LicenseId, PlacedOrder } from '@renewals/licensing';
import { licenseOfLine } from './provisioned-licenses';

/** What was bought with the order, and all that followed it: successors and added quota. */
export async function licensesOf(
  { placement }: PlacedOrder,
  licenseOf: (id: LicenseId) => Promise<License>,
): Promise<License[]> {
  const { orderId, lines } = placement;
  const found = new Map<LicenseId, License>();
  let next = lines.map(({ licenseId }, index) => licenseId ?? licenseOfLine(orderId, index));
  while (next.length > 0) {
    const ids = next.filter((id) => !found.has(id));
    const licenses = await Promise.all(ids.map(licenseOf));
    ids.forEach((id, index) => found.set(id, licenses[index] as License));
    next = licenses.flatMap(followersOf);
  }
  return [...found.values()];
}

function followersOf(license: License): LicenseId[] {
  if (license.status === 'unissued') return [];
  const successor = 'successor' in license ? license.successor?.successorId : undefined;
  return [...(successor ? [successor] : []), ...(license.additions?.keys() ?? [])];
}
