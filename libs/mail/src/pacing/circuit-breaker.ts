import { backOff } from '@renewals/platform';

/** Pauses stop growing after so many failures: a server that is back gets its first mail within eight minutes. */
const LONGEST_PAUSE = 5;

/** How long the others wait before they ask again what became of the one that went ahead, milliseconds. */
const LOOK_AGAIN = 1_000;

/** When nothing was heard for so long of the one that went ahead, another goes, milliseconds. */
const GIVEN_UP = 60_000;

/**
 * Open while the server is down. After a pause one goes ahead: the others follow when the server answered it, and wait
 * for a longer pause when it did not.
 */
export class CircuitBreaker {
  private failures = 0;
  private retryAt = 0;
  private isAhead = false;

  /** `jitter`: a number from 0 to 1 for each failure in a row. */
  constructor(private readonly jitter: (failure: number) => number) {}

  /** `now` when somebody may go. */
  openFrom(now: number): number {
    if (this.failures === 0 || now >= this.retryAt) return now;
    return this.isAhead ? Math.min(this.retryAt, now + LOOK_AGAIN) : this.retryAt;
  }

  /** Somebody does, at `now`. */
  goes(now: number): void {
    if (this.failures === 0) return;
    this.isAhead = true;
    this.retryAt = now + GIVEN_UP;
  }

  /** Answers until when. Those that were under way together and fail one after another are one failure. */
  failed(now: number): number {
    const knownAlready = this.failures > 0 && !this.isAhead && now < this.retryAt;
    if (knownAlready) return this.retryAt;
    this.failures++;
    this.isAhead = false;
    this.retryAt = now + backOff(Math.min(this.failures, LONGEST_PAUSE), this.jitter(this.failures));
    return this.retryAt;
  }

  answered(): void {
    this.failures = 0;
    this.isAhead = false;
  }
}
