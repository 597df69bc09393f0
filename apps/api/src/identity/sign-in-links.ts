import type { Clock, Entropy } from '@renewals/platform';

export const LINK_MINUTES = 30;

/** One-time links, kept in memory only: a restart makes the open ones worthless. */
export class SignInLinks {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly entropy: Entropy,
  ) {}

  /** The secret part of a link that is good once, for half an hour. */
  issue(): string {
    const secret = this.entropy.bytes('sign-in', 'link', this.open.size, 32).toString('base64url');
    this.open.set(secret, this.clock.now() + LINK_MINUTES * 60_000);
    return secret;
  }

  isOpen(secret: string): boolean {
    const until = this.open.get(secret);
    return until !== undefined && this.clock.now() < until;
  }

  /** Whether it was open; it is not any more. */
  use(secret: string): boolean {
    const wasOpen = this.isOpen(secret);
    this.open.delete(secret);
    return wasOpen;
  }
}
