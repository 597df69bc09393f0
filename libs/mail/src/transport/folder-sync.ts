import { open } from 'node:fs/promises';

/** Makes renames within a folder durable. Those that ask while one is under way share the next. */
export class FolderSync {
  private underWay: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly folder: string) {}

  done(): Promise<void> {
    this.next ??= this.underWay.then(() => {
      this.next = undefined;
      const now = this.syncNow();
      this.underWay = now.catch(() => undefined);
      return now;
    });
    return this.next;
  }

  private async syncNow(): Promise<void> {
    const handle = await open(this.folder);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
