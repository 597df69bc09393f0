import { channelPolicy } from '../policy';
import type { UnderPolicy } from '../shared/decision';
import type { Channel } from '../shared/words';

/** Sold by a reseller under a policy that leaves the renewal to them: the customer hears of it there only (L). */
export function isUpToReseller({ policy, channel }: UnderPolicy & { readonly channel: Channel }): boolean {
  return channel === 'reseller' && !channelPolicy(policy, channel).renewal.openedBy.includes('portal');
}

/** What its customer is told. */
export function askReseller(name = 'the reseller'): string {
  return `This was bought through ${name}, who also has its billing mail. Ask ${name} about its renewal.`;
}
