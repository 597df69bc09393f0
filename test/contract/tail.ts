import {
  type Batch,
  type EventStore,
  type Position,
  type RecordedEvent,
  type SubscribeOptions,
} from '@renewals/event-store';

/** A reader that takes every batch at once and remembers what it was handed. */
export class Tail {
  readonly batches: Batch[] = [];
  /** Settles when the iteration ends: fulfilled when it returned, rejected when it threw. */
  readonly ended: Promise<void>;
  private readonly abort = new AbortController();
  private wake: () => void = () => undefined;
  private over = false;

  constructor(store: EventStore, options: Omit<SubscribeOptions, 'signal'>) {
    this.ended = this.read(store.subscribe({ ...options, signal: this.abort.signal }));
    this.ended.catch(() => undefined); // asserted where a case expects it
  }

  get events(): RecordedEvent[] {
    return this.batches.flatMap(({ events }) => events);
  }

  get position(): Position | undefined {
    return this.batches.at(-1)?.position;
  }

  get caughtUp(): boolean {
    return this.batches.at(-1)?.caughtUp ?? false;
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.over) throw new Error(`The subscription ended after ${this.batches.length} batches`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await this.ended;
  }

  private async read(batches: AsyncIterable<Batch>): Promise<void> {
    try {
      for await (const batch of batches) {
        this.batches.push(batch);
        this.wake();
      }
    } finally {
      this.over = true;
      this.wake();
    }
  }
}
