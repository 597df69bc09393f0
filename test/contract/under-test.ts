import type { AllFilter, EventStore, RecordedEvent } from '@renewals/event-store';
import type { Sample } from './sample';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Another client of the same log. Left out where the log is gone with the store. */
  readonly reopen?: () => Promise<EventStore>;
  close(): Promise<void>;
}

/** What the cases of one suite share. */
export interface Given {
  readonly store: () => EventStore;
  readonly reopen: () => Promise<EventStore | undefined>;
  readonly sample: Sample;
}

export async function readToEnd(store: EventStore, filter: AllFilter): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let { after } = filter; ;) {
    const page = await store.readAll({ ...filter, after });
    events.push(...page.events);
    after = page.position;
    if (page.caughtUp) return events;
  }
}

export const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);
