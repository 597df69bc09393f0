import type { AllStreamRecordedEvent, RecordedEvent as ReceivedEvent } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import { categoryOf, type JsonObject, type Position, type RecordedEvent } from '../port';
import { toPosition } from './positions';

export type Received = ReceivedEvent | AllStreamRecordedEvent;

/**
 * Whether an event is one of this engine's: not the store's own (metadata, statistics, tombstones, which stand in an
 * ordinary stream), and JSON, which is all that it writes.
 */
export function isOurs(event: Received): boolean {
  return event.isJson && !event.streamId.startsWith('$') && !event.type.startsWith('$');
}

export function isWanted(event: Received, categories: readonly string[] | undefined): boolean {
  return isOurs(event) && (!categories || categories.includes(categoryOf(event.streamId)));
}

export function recorded(event: Received): RecordedEvent {
  return {
    id: event.id,
    type: event.type,
    data: event.data as JsonObject,
    metadata: (event.metadata ?? {}) as JsonObject,
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(event),
  };
}

function positionOf({ streamId, position }: Received): Position {
  if (!position) throw new StoreUnavailable(`${streamId}: the event store tells no positions; it is older than 23.10`);
  return toPosition(position);
}
