import type { ExpectedRevision } from './port';

export abstract class EventStoreError extends Error {
  abstract override readonly name: string;
}

/** The stream is not at the expected revision. Nothing was written. */
export class RevisionConflict extends EventStoreError {
  override readonly name = 'RevisionConflict';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
  ) {
    super(`${stream} is not at the expected revision ${expected}`);
  }
}

/**
 * The store cannot be reached or did not answer in time. Whether an append was written is unknown: send the same
 * events with the same expected revision again.
 */
export class StoreUnavailable extends EventStoreError {
  override readonly name = 'StoreUnavailable';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The store will never take this append (too large, malformed). Nothing was written. */
export class AppendRefused extends EventStoreError {
  override readonly name = 'AppendRefused';
}

/** The stream was deleted for good, outside of this engine. */
export class StreamGone extends EventStoreError {
  override readonly name = 'StreamGone';

  constructor(readonly stream: string) {
    super(`${stream} was deleted from the event store`);
  }
}

/** The subscription ended, for whatever reason. Subscribe again from the last saved position. */
export class SubscriptionLost extends EventStoreError {
  override readonly name = 'SubscriptionLost';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
