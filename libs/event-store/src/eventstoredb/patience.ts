import { setTimeout as pause } from 'node:timers/promises';
import type { Entropy } from '@renewals/platform';
import { type Attempted, mayPass, meaningOf } from './failures';

export interface Patience {
  /** How often a call is made before it counts as failed. */
  readonly attempts: number;
  /** Milliseconds that one attempt may take. */
  readonly callTimeout: number;
  readonly entropy: Entropy;
}

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/** Makes the very same call again while it may pass, with growing pauses that differ between callers. */
export async function patiently<Answer>(
  { attempts, entropy }: Patience,
  attempted: Attempted,
  call: () => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const meaning = meaningOf(error, attempted);
      if (!mayPass(meaning) || attempt >= attempts) throw meaning;
      const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
      const jitter = entropy.bytes(attempted.what, 'retry', attempt, 1).readUInt8() / 255;
      await pause(longest * (0.5 + jitter / 2));
    }
  }
}
