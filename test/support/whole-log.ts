import { type EventStore, type RecordedEvent, START } from '@renewals/event-store';

export async function wholeLog(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let after = START; ;) {
    const page = await store.readAll({ after });
    events.push(...page.events);
    after = page.position;
    if (page.caughtUp) return events;
  }
}
