import { BACKWARDS, END } from '@eventstore/db-client';
import { type AllFilter, type Batch, type Position, START } from '../port';
import type { Connection } from './connection';
import { type Patience, patiently } from './patience';
import { fromPosition, toPosition } from './positions';
import { received } from './received';
import { isOurs, isWanted, type Received, recorded } from './recorded-events';

export const DEFAULT_BATCH_SIZE = 500;

/** One page. The client sends no filter with a read of the log, so what is not wanted is left out here. */
export async function readAll(connection: Connection, patience: Patience, filter: AllFilter): Promise<Batch> {
  const { after, categories, batchSize = DEFAULT_BATCH_SIZE } = filter;
  const found = await patiently(patience, { what: `Reading the log after ${after || 'its start'}` }, () =>
    eventsAfter(connection, patience, after, batchSize + 1),
  );
  const page = found.slice(0, batchSize);
  const last = page.at(-1);
  return {
    events: page.filter((event) => isWanted(event, categories)).map(recorded),
    position: last ? recorded(last).position : after,
    caughtUp: found.length <= batchSize,
  };
}

export function lastPosition(connection: Connection, patience: Patience): Promise<Position> {
  return patiently(patience, { what: 'Reading the end of the log' }, async () => {
    const { client, credentials } = connection;
    const backwards = client.readAll({ direction: BACKWARDS, fromPosition: END, ...credentials });
    for await (const event of received(backwards, patience.callTimeout)) {
      if (isOurs(event)) return recorded(event).position;
    }
    return START;
  });
}

async function eventsAfter(
  { client, credentials }: Connection,
  { callTimeout }: Patience,
  after: Position,
  count: number,
): Promise<Received[]> {
  // The server begins with the event that stands at the position itself.
  const read = client.readAll({ fromPosition: fromPosition(after), maxCount: count + 1, ...credentials });
  const events: Received[] = [];
  for await (const event of received(read, callTimeout)) {
    if (event.position && toPosition(event.position) > after) events.push(event);
  }
  return events;
}
