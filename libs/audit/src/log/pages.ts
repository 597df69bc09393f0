import { type AllFilter, type EventStore, type RecordedEvent, START } from '@renewals/event-store';

const BATCH = 1000;

/** The log from its first event, exactly as stored; never more than a page of it in memory. */
export async function* pagesOf(
  store: EventStore,
  filter: Pick<AllFilter, 'categories'> = {},
): AsyncGenerator<readonly RecordedEvent[]> {
  let after = START;
  for (;;) {
    const batch = await store.readAll({ ...filter, after, batchSize: BATCH });
    yield batch.events;
    if (batch.caughtUp) return;
    after = batch.position;
  }
}
