import { Refusal } from '../shared/refusal';
import { refused, type Refused } from '../shared/rule';
import type { Channel } from '../shared/words';
import type { ChannelPolicy, Policy } from './policy';

/** What holds for what was bought through the channel. Throws `INVALID_INPUT` where the vendor does not sell through it. */
export function channelPolicy(policy: Policy, channel: Channel): ChannelPolicy {
  const terms = policy.channels[channel];
  if (terms) return terms;
  const { code, message } = notSoldThrough(policy, channel);
  throw new Refusal(code, message);
}

export function refuseUnlessSoldThrough(policy: Policy, channel: Channel): Refused | undefined {
  return policy.channels[channel] ? undefined : notSoldThrough(policy, channel);
}

function notSoldThrough({ vendor, channels }: Policy, channel: Channel): Refused {
  const others = Object.keys(channels).join(', ');
  return refused('INVALID_INPUT', `${vendor.name} does not sell through ${channel}. Choose one of ${others}.`);
}
