/** Lets the same thing be done once at a time: whoever asks for it again waits until it was done. */
export class Underway {
  private readonly work = new Map<string, Promise<unknown>>();

  async alone<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    for (let before = this.work.get(key); before; before = this.work.get(key)) await before.catch(() => undefined);
    const done = work();
    this.work.set(key, done);
    try {
      return await done;
    } finally {
      this.work.delete(key);
    }
  }
}
