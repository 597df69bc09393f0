import type { Entropy } from '@renewals/platform';
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
} from '../port';
import { append } from './append';
import { AppendPipeline } from './append-pipeline';
import { type Connection, type ConnectionOptions, connectionTo } from './connection';
import type { Patience } from './patience';
import { lastPosition, readAll } from './read-all';
import { readStream } from './read-stream';
import { subscription } from './subscription';

export interface EventStoreDbOptions extends ConnectionOptions {
  /** Where the jitter between attempts comes from. */
  readonly entropy: Entropy;
  /** Milliseconds that one call may take before it is made again. Default 5000. */
  readonly callTimeout?: number;
  /** How often a call is made before it fails with `StoreUnavailable`. Default 6, some 3 s with a store that is down. */
  readonly attempts?: number;
}

/** EventStoreDB 23.10 or later, or KurrentDB: one node or a cluster. */
export class EventStoreDbStore implements EventStore {
  private readonly closing = new AbortController();

  private readonly pipeline: AppendPipeline;

  private constructor(
    private readonly connection: Connection,
    private readonly patience: Patience,
  ) {
    this.pipeline = new AppendPipeline(connection, patience.callTimeout);
  }

  /** Nothing is sent before the first call. Throws when the options make no sense. */
  static connect({ entropy, callTimeout = 5_000, attempts = 6, ...options }: EventStoreDbOptions): EventStoreDbStore {
    return new EventStoreDbStore(connectionTo(options), { entropy, callTimeout, attempts });
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return append(this.pipeline, this.patience, stream, expected, events);
  }

  readStream(stream: string, range: StreamRange = {}): Promise<RecordedEvent[]> {
    return readStream(this.connection, this.patience, stream, range);
  }

  readAll(filter: AllFilter): Promise<Batch> {
    return readAll(this.connection, this.patience, filter);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    return subscription(this.connection, options, {
      closing: this.closing.signal,
      callTimeout: this.patience.callTimeout,
    });
  }

  /** The last event of this engine's: after it there may be some of the store's own. */
  lastPosition(): Promise<Position> {
    return lastPosition(this.connection, this.patience);
  }

  /** Ends what is still open; its subscriptions end with `SubscriptionLost`. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.connection.client.dispose();
  }
}
