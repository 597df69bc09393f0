import { once } from 'node:events';
import type {
  AllFilter,
  Appended,
  Batch,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  RecordedEvent,
  StreamRange,
  SubscribeOptions,
} from '@renewals/event-store';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** Passes everything on to a real store, notes it, and fails where a spec lets it fail. */
export class WatchedStore implements EventStore {
  readonly appends: Append[] = [];
  readonly reads: string[] = [];
  readonly subscriptions: Position[] = [];
  /** Throws, or lets something else happen first. */
  beforeAppend: (append: Append) => void | Promise<void> = () => undefined;
  /** What is stored by now; an error that it throws is an answer that was lost. */
  afterAppend: (append: Append) => void | Promise<void> = () => undefined;
  /** So many subscriptions go silent before their first batch, without an error. */
  stalls = 0;
  beforeBatch: (batch: Batch) => void = () => undefined;
  afterBatch: (batch: Batch) => void = () => undefined;

  constructor(readonly real: EventStore) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const append = { stream, expected, events };
    this.appends.push(append);
    await this.beforeAppend(append);
    const appended = await this.real.append(stream, expected, events);
    await this.afterAppend(append);
    return appended;
  }

  readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    this.reads.push(stream);
    return this.real.readStream(stream, range);
  }

  readAll(filter: AllFilter): Promise<Batch> {
    return this.real.readAll(filter);
  }

  async *subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    this.subscriptions.push(options.after);
    if (this.stalls-- > 0) return void (await once(options.signal, 'abort'));
    for await (const batch of this.real.subscribe(options)) {
      this.beforeBatch(batch);
      yield batch;
      this.afterBatch(batch);
    }
  }

  lastPosition(): Promise<Position> {
    return this.real.lastPosition();
  }

  close(): Promise<void> {
    return this.real.close();
  }
}
