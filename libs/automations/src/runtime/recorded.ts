import type { EventMetadata, RecordedEvent } from '@renewals/event-store';
import type {
  BillingAgreementEvent,
  Instant,
  LicenseEvent,
  OrderEvent,
  OrganizationEvent,
  ReminderEvent,
  RenewalEvent,
} from '@renewals/licensing';

/** Any event of the log, with its type known. */
export type LoggedEvent =
  BillingAgreementEvent | LicenseEvent | OrderEvent | OrganizationEvent | ReminderEvent | RenewalEvent;

export function typed(event: RecordedEvent): LoggedEvent {
  return event as unknown as LoggedEvent;
}

/** The id in the name of the event's stream. */
export function subjectOf({ stream }: RecordedEvent): string {
  return stream.slice(stream.indexOf('-') + 1);
}

/** Due as soon as it is seen. */
export function atOnce(event: RecordedEvent): { readonly at: Instant } {
  return { at: Date.parse((event.metadata as EventMetadata).recordedAt) };
}
