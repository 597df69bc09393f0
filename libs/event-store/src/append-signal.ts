/** Wakes those who wait for the next append. */
export class AppendSignal {
  private waiting: (() => void)[] = [];
  private raised = 0;

  /** What to wait from: take it before looking for events, so that no append falls in between. */
  get count(): number {
    return this.raised;
  }

  raise(): void {
    this.raised += 1;
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  /** Resolves once there was an append after `count` was taken, or when the signal aborts. */
  after(count: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.raised !== count) return resolve();
      const wake = () => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.push(wake);
    });
  }
}
