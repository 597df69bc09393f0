import { BACKWARDS, END, FORWARDS, START, StreamNotFoundError } from '@eventstore/db-client';
import type { RecordedEvent, StreamRange } from '../port';
import type { Connection } from './connection';
import { type Patience, patiently } from './patience';
import { received } from './received';
import { isOurs, recorded } from './recorded-events';

export async function readStream(
  connection: Connection,
  patience: Patience,
  stream: string,
  range: StreamRange,
): Promise<RecordedEvent[]> {
  // The server answers an unknown error to a limit of 0, and does not know a stream without a name.
  if (range.limit === 0 || stream === '') return [];
  return patiently(patience, { what: `Reading ${stream}`, stream }, () =>
    readOnce(connection, patience, stream, range),
  );
}

async function readOnce(
  { client, credentials }: Connection,
  { callTimeout }: Patience,
  stream: string,
  { direction, from, limit }: StreamRange,
): Promise<RecordedEvent[]> {
  const backwards = direction === 'backwards';
  if (from !== undefined && from < 0) {
    if (backwards) return [];
    from = 0;
  }
  const read = client.readStream(stream, {
    direction: backwards ? BACKWARDS : FORWARDS,
    fromRevision: from === undefined ? (backwards ? END : START) : BigInt(from),
    maxCount: limit ?? Number.MAX_SAFE_INTEGER,
    ...credentials,
  });
  const events: RecordedEvent[] = [];
  try {
    for await (const event of received(read, callTimeout)) if (isOurs(event)) events.push(recorded(event));
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  }
  return events;
}
