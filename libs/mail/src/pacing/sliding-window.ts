/**
 * At most `limit` turns in any span of `span` milliseconds. Whoever must wait is told when, each a place of its own, so
 * that a thousand who wait for ten places are not all called at once; only a turn that is taken counts.
 */
export class SlidingWindow {
  private readonly taken: number[] = [];
  private readonly promised: number[] = [];

  constructor(
    private readonly limit: number,
    private readonly span: number,
  ) {}

  hasRoom(now: number): boolean {
    this.forget(now);
    return this.taken.length < this.limit;
  }

  take(now: number): void {
    this.taken.push(now);
  }

  /** The instant from which there is room for one more, after all who were told before. */
  promise(): number {
    const { taken, promised } = this;
    const place = taken.length + promised.length - this.limit;
    const before = place < taken.length ? taken[place] : promised[place - taken.length];
    const at = Number(before) + this.span;
    promised.push(at);
    return at;
  }

  isIdle(now: number): boolean {
    this.forget(now);
    return this.taken.length + this.promised.length === 0;
  }

  private forget(now: number): void {
    dropWhile(this.taken, (at) => at <= now - this.span);
    dropWhile(this.promised, (at) => at <= now);
  }
}

function dropWhile(instants: number[], past: (at: number) => boolean): void {
  const kept = instants.findIndex((at) => !past(at));
  instants.splice(0, kept === -1 ? instants.length : kept);
}
