import type { Channel } from '../shared/words';
import type { ChannelPolicy, Policy } from './policy';

/** A channel that a policy does not name is sold through no more: what was bought there is left to sales. */
const notSoldThrough: ChannelPolicy = { portalRenewal: false, commitmentRequired: true };

export function channelPolicy(policy: Policy, channel: Channel): ChannelPolicy {
  return policy.channels[channel] ?? notSoldThrough;
}
