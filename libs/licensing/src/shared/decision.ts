import type { Policy } from '../policy/policy';
import type { Channel, Instant } from './words';

/** What the caller looked up; each decision takes of it what it needs. */
export interface Decision {
  readonly now: Instant;
  /** In the version that the order keeps. */
  readonly policy: Policy;
}

/** `channel` is the one that the order came through: ask `channelPolicy` what holds there. */
export interface OfOrder extends Decision {
  readonly channel: Channel;
  /** Of the reseller who sold it. */
  readonly resellerName?: string;
}

export type AtTime = Pick<Decision, 'now'>;
export type UnderPolicy = Pick<Decision, 'policy'>;
