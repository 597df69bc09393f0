import type { EventMetadata, EventStore, RecordedEvent, Upcasting } from '@renewals/event-store';
import type { LicensingEvent } from '@renewals/licensing';
import { pagesOf } from './pages';

/** An event of the log in the shape that this program knows. */
export type LoggedEvent = LicensingEvent &
  Omit<RecordedEvent, 'type' | 'data' | 'metadata'> & { readonly metadata: EventMetadata };

/** Every event of these categories, in log order. Throws `UnknownEventShape` rather than judge what it cannot read. */
export async function* loggedEvents(
  store: EventStore,
  upcasting: Upcasting,
  categories: readonly string[],
): AsyncGenerator<LoggedEvent> {
  for await (const page of pagesOf(store, { categories })) {
    for (const event of page) yield logged(event, upcasting);
  }
}

export function logged(event: RecordedEvent, upcasting: Upcasting): LoggedEvent {
  return upcasting.lift(event) as unknown as LoggedEvent;
}

/** The id in the name of the event's stream. */
export function idOf<Id extends string>({ stream }: Pick<RecordedEvent, 'stream'>): Id {
  return stream.slice(stream.indexOf('-') + 1) as Id;
}
