import { SlidingWindow } from './sliding-window';

/** A window for each name; those that nobody asked for in a while are forgotten. */
export class Windows {
  /** The one that was asked for longest ago first. */
  private readonly windows = new Map<string, SlidingWindow>();

  constructor(
    private readonly limit: number,
    private readonly span: number,
  ) {}

  get size(): number {
    return this.windows.size;
  }

  of(name: string, now: number): SlidingWindow {
    const window = this.windows.get(name) ?? new SlidingWindow(this.limit, this.span);
    this.windows.delete(name);
    this.forgetIdle(now);
    this.windows.set(name, window);
    return window;
  }

  private forgetIdle(now: number): void {
    for (const [name, window] of this.windows) {
      if (!window.isIdle(now)) return;
      this.windows.delete(name);
    }
  }
}
