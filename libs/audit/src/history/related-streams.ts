import type { IsoDate, LicenseId, Subject } from '@renewals/licensing';
import { idOf, type LoggedEvent } from '../log/logged-events';

/** The id of the stream of all reminders of one expiry. */
export type ReminderStreamId = (subject: Subject, expiresOn: IsoDate) => string;

/** Other streams that tell of a license, by the events of its lineage and of its maintenance. Some may not exist. */
export function relatedStreams(
  licenseId: LicenseId,
  own: Iterable<readonly LoggedEvent[]>,
  reminderStreamId: ReminderStreamId,
): readonly string[] {
  const streams = new Set([`billingAgreement-${licenseId}`]);
  const remindersOf = (kind: Subject['kind']) => (expiresOn: IsoDate) =>
    `reminder-${reminderStreamId({ kind, id: licenseId }, expiresOn)}`;
  for (const events of own) {
    for (const event of events) {
      if (event.type === 'LicenseRenewed' && event.data.successorId === licenseId) {
        streams.add(`renewal-${event.data.renewalId}`);
      }
      if (idOf(event) !== licenseId) continue;
      const kind = event.type.startsWith('Maintenance') ? 'maintenance' : 'license';
      streamsNamedBy(event, remindersOf(kind)).forEach((stream) => streams.add(stream));
    }
  }
  return [...streams];
}

function streamsNamedBy(event: LoggedEvent, reminders: (expiresOn: IsoDate) => string): readonly string[] {
  switch (event.type) {
    case 'LicenseIssued':
      return [`order-${event.data.orderId}`, `organization-${event.data.organizationId}`];
    case 'LicenseActivated':
    case 'MaintenanceStarted':
      return event.data.expiresOn ? [reminders(event.data.expiresOn)] : [];
    case 'TrialExtended':
    case 'LicenseReactivated':
    case 'MaintenanceRenewed':
      return [reminders(event.data.newExpiresOn)];
    case 'TermAligned':
    case 'MaintenanceAligned':
      return [`alignment-${event.data.alignmentId}`, reminders(event.data.newExpiresOn)];
    case 'RenewalOpened':
      return [`renewal-${event.data.renewalId}`];
    default:
      return [];
  }
}
