/** A rest between two pieces of work, which whoever waits for the next piece ends. */
export class Rest {
  private wake: (() => void) | undefined;

  take(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.wake?.();
  }
}
