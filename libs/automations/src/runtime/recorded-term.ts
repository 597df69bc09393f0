import type { RecordedEvent } from '@renewals/event-store';
import { type SoldUnder, subjectKey, type Term } from '@renewals/licensing';
import { subjectOf, typed } from './recorded';

/** A renewable term, with what its deadlines are computed from. */
export interface RecordedTerm extends SoldUnder, Pick<Term, 'startsOn' | 'expiresOn' | 'zone'> {
  /** Of the deadlines: see `subjectKey`. */
  readonly subject: string;
}

/** The renewable term that an event puts on record, or whose days it wants computed anew. */
export function recordedTerm(recorded: RecordedEvent): RecordedTerm | undefined {
  const event = typed(recorded);
  const subject = subjectOf(recorded);
  switch (event.type) {
    case 'LicenseActivated': {
      const { kind, expiresOn } = event.data;
      return kind === 'annual' && expiresOn !== undefined ? { ...event.data, subject, expiresOn } : undefined;
    }
    case 'MaintenanceStarted':
      return { ...event.data, subject };
    case 'LicenseReactivated':
    case 'TermAligned':
    case 'MaintenanceRenewed':
    case 'MaintenanceAligned':
      return { ...event.data, subject, expiresOn: event.data.newExpiresOn };
    case 'PolicyMoved':
      return event.data.term && { ...event.data, ...event.data.term, subject };
    case 'RecurringBillingEnabled': {
      const { renews } = event.data;
      return renews && { ...renews, ...renews.term, subject: subjectKey(renews.subject) };
    }
    case 'RecurringBillingResumed':
      return { ...event.data, ...event.data.term, subject: subjectKey(event.data.subject) };
    default:
      return undefined;
  }
}
