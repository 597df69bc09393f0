import { type AllStreamSubscription, excludeSystemEvents, type Filter, streamNameFilter } from '@eventstore/db-client';
import { StoreUnavailable, SubscriptionLost } from '../errors';
import { type Batch, type Position, type RecordedEvent, type SubscribeOptions } from '../port';
import type { Connection } from './connection';
import { fromPosition, toPosition } from './positions';
import { DEFAULT_BATCH_SIZE } from './read-all';
import { isWanted, type Received, recorded } from './recorded-events';

/** What the server says between events, put in line with them. */
type Mark =
  { readonly mark: 'checkpoint'; readonly position: Position } | { readonly mark: 'caught-up' | 'fell-behind' };
type Item = Mark | { readonly event?: Received };

/**
 * The log in batches, made when the reader asks. At most two batches wait here; then the flow control of HTTP/2 holds
 * the server back.
 */
export async function* subscription(
  { client, credentials }: Connection,
  { after, categories, batchSize = DEFAULT_BATCH_SIZE, signal }: SubscribeOptions,
  { closing, callTimeout }: { closing: AbortSignal; callTimeout: number },
): AsyncGenerator<Batch> {
  if (signal.aborted) return;
  const items = client.subscribeToAll(
    { fromPosition: fromPosition(after), filter: filterOf(categories), ...credentials },
    { highWaterMark: batchSize },
  );
  items.on('error', () => undefined); // it may come after the loop has ended, and would end the process
  items.on('caughtUp', () => items.push({ mark: 'caught-up' } satisfies Mark));
  items.on('fellBehind', () => items.push({ mark: 'fell-behind' } satisfies Mark));
  // A call that begins while the client replaces a broken connection may never begin, without an error.
  const unconfirmed = setTimeout(() => {
    items.destroy(new StoreUnavailable(`The event store did not confirm it within ${callTimeout} ms`));
  }, callTimeout);
  items.on('confirmation', () => clearTimeout(unconfirmed));
  const end = (): void => {
    clearTimeout(unconfirmed);
    items.destroy();
    items.unsubscribe().catch(() => undefined); // destroy() alone leaves the call open; there may be none yet
  };
  signal.addEventListener('abort', end);
  closing.addEventListener('abort', end);
  try {
    yield* batches(items as AsyncIterable<Item>, () => items.readableLength > 0, { after, categories, batchSize });
  } catch (cause) {
    if (signal.aborted) return;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SubscriptionLost(`The subscription to the log was lost: ${reason}`, { cause });
  } finally {
    signal.removeEventListener('abort', end);
    closing.removeEventListener('abort', end);
    end();
  }
  if (!signal.aborted) throw new SubscriptionLost('The event store ended the subscription to the log');
}

async function* batches(
  items: AsyncIterable<Item>,
  moreWaits: () => boolean,
  { after, categories, batchSize }: { after: Position; categories: readonly string[] | undefined; batchSize: number },
): AsyncGenerator<Batch> {
  let events: RecordedEvent[] = [];
  let position = after;
  let caughtUp = false;
  let told: Batch | undefined;
  for await (const item of items) {
    if (!('mark' in item)) {
      if (!item.event?.position) continue;
      position = later(position, toPosition(item.event.position));
      if (isWanted(item.event, categories)) events.push(recorded(item.event));
    } else if (item.mark === 'checkpoint') position = later(position, item.position);
    else caughtUp = item.mark === 'caught-up';

    const full = events.length >= batchSize;
    if (!full && moreWaits()) continue;
    const batch = { events, position, caughtUp: caughtUp && !moreWaits() };
    if (!full && position === (told?.position ?? after) && batch.caughtUp === (told?.caughtUp ?? false)) continue;
    told = batch;
    events = [];
    yield batch;
  }
}

function filterOf(categories: readonly string[] | undefined): Filter {
  const options = { checkpointReached };
  if (!categories) return excludeSystemEvents(options);
  return streamNameFilter({ prefixes: categories.map((category) => `${category}-`), ...options });
}

/**
 * The client calls this ahead of events that it still buffers (rule 6), in the order of the wire. Pushed into the same
 * buffer, the checkpoint stands behind them.
 */
function checkpointReached(items: AllStreamSubscription, position: { commit: bigint; prepare: bigint }): void {
  items.push({ mark: 'checkpoint', position: toPosition(position) } satisfies Mark);
}

function later(one: Position, other: Position): Position {
  return one > other ? one : other;
}
