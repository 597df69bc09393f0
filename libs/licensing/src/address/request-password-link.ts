import type { Decision } from '../shared/decision';
import type { Instant } from '../shared/words';
import { rfc3339 } from '../term';
import type { PasswordLinkRequested } from './events';
import type { Address, ReservedAddress } from './state';

const HOUR = 3_600_000;

/** Whoever asks again so soon has the link still under way. Anybody may ask, and nobody's mailbox is flooded. */
const UNDER_WAY = 5 * 60_000;

/** Lets a link be mailed to an address that has an account. For any other nothing happens, and nobody is told (P). */
export function requestPasswordLink(address: Address, { now, policy }: Decision): PasswordLinkRequested[] {
  if (address.status === 'free') return [];
  const until = now + policy.passwordLinkValidHours * HOUR;
  const { link, reservation } = address;
  if (link && link.policy === policy.id && until < Date.parse(link.expiresAt) + UNDER_WAY) return [];
  return [{ type: 'PasswordLinkRequested', data: { ...reservation, policy: policy.id, expiresAt: rfc3339(until) } }];
}

/** The link that was asked for last, while it is good: it names the address's generation, so that it is good once. */
export function openPasswordLink(address: Address, now: Instant): OpenPasswordLink | undefined {
  if (address.status === 'free' || !address.link) return undefined;
  const { reservation, generation, link } = address;
  return now < Date.parse(link.expiresAt) ? { ...reservation, ...link, generation } : undefined;
}

export interface OpenPasswordLink
  extends
    Readonly<Pick<PasswordLinkRequested['data'], 'contactId' | 'organizationId' | 'policy' | 'expiresAt'>>,
    Pick<ReservedAddress, 'generation'> {}
