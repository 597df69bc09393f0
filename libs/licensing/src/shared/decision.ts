import type { Policy } from '../policy/policy';
import type { Instant } from './words';

/** What the caller looked up; each decision takes of it what it needs. */
export interface Decision {
  readonly now: Instant;
  readonly policy: Policy;
}

export type AtTime = Pick<Decision, 'now'>;
export type UnderPolicy = Pick<Decision, 'policy'>;
