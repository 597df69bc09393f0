export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * A place in the global order of a store. Opaque: keep it, compare it with `<` and `>` (every store pads its
 * positions so that string order is log order), hand it back. Never take it apart.
 */
export type Position = string & { readonly __brand: 'Position' };

/** Before the first event of every store. */
export const START = '' as Position;

/** The revision that the stream's last event must have, or `no-stream` when it must not exist. There is no `any`. */
export type ExpectedRevision = number | 'no-stream';

export interface NewEvent {
  /** UUID, derived from the command id and the event's index. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event exactly as stored. */
export interface RecordedEvent extends NewEvent {
  /** `<category>-<id>`; the category ends at the first dash. */
  readonly stream: string;
  /** 0 for the first event of a stream. */
  readonly revision: number;
  readonly position: Position;
}

export interface Appended {
  /** Revision of the last event of this append. */
  readonly revision: number;
  /** Position of the last event of this append. */
  readonly position: Position;
}

export interface StreamRange {
  /** Default `forwards`. */
  readonly direction?: 'forwards' | 'backwards';
  /** First revision to return, inclusive. Default: the first event forwards, the last backwards. */
  readonly from?: number;
  /** At most so many events. Default: all. */
  readonly limit?: number;
}

export interface AllFilter {
  /** Only events after this position. */
  readonly after: Position;
  /** Only streams of these categories. Default: all but the store's own (`$…`). */
  readonly categories?: readonly string[];
  /** At most so many events in one batch. Default 500. */
  readonly batchSize?: number;
}

/** Events in log order, and how far the log was read to find them. */
export interface Batch {
  readonly events: readonly RecordedEvent[];
  /**
   * Where to go on. At or behind the last event of this batch, and before every event not yet handed over: saving it
   * after the batch is processed loses nothing. It advances through stretches without matching events too.
   */
  readonly position: Position;
  /** Nothing more was in the log when this batch was made. */
  readonly caughtUp: boolean;
}

export interface SubscribeOptions extends AllFilter {
  /** Ends the subscription; the iteration then returns. */
  readonly signal: AbortSignal;
}

/**
 * The port. Each method fails with one of the errors in `errors.ts` and no other:
 * `RevisionConflict`, `StoreUnavailable`, `AppendRefused`, `StreamGone`, `SubscriptionLost`.
 */
export interface EventStore {
  /**
   * Appends all events or none, durably: answered means it survives a power cut.
   * The same events with the same expected revision, sent again after a lost answer, succeed and are stored once.
   * At least one event.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;

  /** Events of one stream; empty when it does not exist or nothing is in the range. */
  readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]>;

  /** One page of the log. `caughtUp` tells that it was the last one at that moment. */
  readAll(filter: AllFilter): Promise<Batch>;

  /**
   * The log from a position: first what is there, then what comes. Pull-driven: the next batch is made when the reader
   * asks for it, so a slow reader holds events back instead of piling them up. Ends with `SubscriptionLost` when the
   * store fails; nothing resumes by itself, the reader subscribes again from its last saved position.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<Batch>;

  /** Position of the last event in the log, or START. */
  lastPosition(): Promise<Position>;

  close(): Promise<void>;
}

export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}
