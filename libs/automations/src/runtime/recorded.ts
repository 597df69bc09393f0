import { categoryOf, type EventMetadata, type RecordedEvent } from '@renewals/event-store';
import { type Instant, type LicenseId, type LicensingEvent, subjectKey } from '@renewals/licensing';

/** Any event of the log, with its type known. */
export function typed(event: RecordedEvent): LicensingEvent {
  return event as unknown as LicensingEvent;
}

/** The id in the name of the event's stream. */
export function idOf({ stream }: RecordedEvent): string {
  return stream.slice(stream.indexOf('-') + 1);
}

/** The id as deadlines name it: maintenance is told apart from its license. */
export function subjectOf(recorded: RecordedEvent): string {
  const id = idOf(recorded);
  return categoryOf(recorded.stream) === 'maintenance' ? subjectKey({ kind: 'maintenance', id: id as LicenseId }) : id;
}

/** Due as soon as it is seen. */
export function atOnce(event: RecordedEvent): { readonly at: Instant } {
  return { at: Date.parse((event.metadata as EventMetadata).recordedAt) };
}
