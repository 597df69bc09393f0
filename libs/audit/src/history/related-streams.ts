import type { IsoDate, LicenseId, Subject } from '@renewals/licensing';
import { idOf, type LoggedEvent } from '../log/logged-events';

/** The id of the stream of all reminders of one expiry. */
export type ReminderStreamId = (subject: Subject, expiresOn: IsoDate) => string;

/** Other streams that tell of a license, by the events of its lineage. Some may not exist. */
export function relatedStreams(
  licenseId: LicenseId,
  lineage: Iterable<readonly LoggedEvent[]>,
  reminderStreamId: ReminderStreamId,
): readonly string[] {
  const streams = new Set([`billingAgreement-${licenseId}`]);
  const reminders = (expiresOn: IsoDate) =>
    `reminder-${reminderStreamId({ kind: 'license', id: licenseId }, expiresOn)}`;
  for (const events of lineage) {
    for (const event of events) {
      if (event.type === 'LicenseRenewed' && event.data.successorId === licenseId) {
        streams.add(`renewal-${event.data.renewalId}`);
      }
      if (idOf(event) === licenseId) streamsNamedBy(event, reminders).forEach((stream) => streams.add(stream));
    }
  }
  return [...streams];
}

function streamsNamedBy(event: LoggedEvent, reminders: (expiresOn: IsoDate) => string): readonly string[] {
  switch (event.type) {
    case 'LicenseIssued':
      return [`order-${event.data.orderId}`, `organization-${event.data.organizationId}`];
    case 'LicenseActivated':
      return event.data.expiresOn ? [reminders(event.data.expiresOn)] : [];
    case 'TrialExtended':
      return [reminders(event.data.newExpiresOn)];
    case 'RenewalOpened':
      return [`renewal-${event.data.renewalId}`];
    default:
      return [];
  }
}
