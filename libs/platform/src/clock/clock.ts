/** The only source of time. Milliseconds since the epoch, UTC. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved, and only forwards. */
export class VirtualClock implements Clock {
  constructor(private instant: number) {}

  now(): number {
    return this.instant;
  }

  moveTo(instant: number): void {
    if (instant < this.instant) throw new RangeError(`The virtual clock cannot go back to ${new Date(instant).toISOString()}`);
    this.instant = instant;
  }
}
