/** After so many failures an item waits for an operator. */
export const MAX_ATTEMPTS = 8;

const FIRST_DELAY = 30_000;
const LONGEST_DELAY = 60 * 60_000;

/** Milliseconds until the next try: doubling from half a minute to an hour, half of it jittered. `jitter` is 0 to 1. */
export function backOff(attempts: number, jitter: number): number {
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempts - 1));
  return Math.round(delay / 2 + (delay / 2) * jitter);
}
