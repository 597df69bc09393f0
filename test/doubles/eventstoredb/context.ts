import type { AppendFaults } from './faults';
import type { OpenSubscriptions } from './open-subscriptions';
import type { Streams } from './streams';

/** What the handlers of the double share. */
export interface ServerContext {
  readonly streams: Streams;
  readonly appendFaults: AppendFaults;
  readonly subscriptions: OpenSubscriptions;
  /** How often each call was made. */
  readonly calls: { append: number; batchAppend: number; serverFeatures: number };
  /** Reads and subscriptions that the client has not ended. */
  openReads: number;
  breakConnections(): void;
}
