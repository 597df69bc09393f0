import { isoDate, type SuppressionReason, zone } from '@renewals/licensing';
import { ann, byAnn, bySales, expiresOn, r1, reminder, sold, subject, type Written } from './file.spec';

/** What may happen to the license, its order and its reminders; not a spec itself. */
export const onOrder = (type: 'ContactRemoved' | 'RemindersUnsubscribed', more: object): Written =>
  ['order-order', { type, data: { contactId: ann, ...more } }] as unknown as Written;
export const onLicense = (event: Written[1]): Written => ['license-reader', event];

export const due = reminder('ReminderDue', {});
export const sent = reminder('ReminderSent', {
  ...{ contactId: ann, messageId: '<m@x>', sentAt: '2026-02-08T08:00:01Z', answer: '250 OK' },
});
export const notSent = (reason: SuppressionReason, contactId?: string) =>
  reminder('ReminderSuppressed', { reason, ...(contactId && { contactId }) });

export const renewed: readonly Written[] = [
  onLicense({ type: 'RenewalOpened', data: { renewalId: r1, expiresOn } }),
  onLicense({
    type: 'LicenseRenewed',
    data: {
      ...{ renewalId: r1, successorId: subject.id, startsOn: isoDate('2026-03-11') },
      ...{ newExpiresOn: isoDate('2027-03-10'), zone: zone('Europe/Berlin') },
    },
  }),
];
export const approved: readonly Written[] = [
  onLicense({ type: 'RenewalOpened', data: { renewalId: r1, expiresOn } }),
  [
    'renewal-r1',
    {
      type: 'RenewalRequested',
      data: {
        ...{ renewalId: r1, source: 'single', requestedBy: byAnn, lines: [], refused: [], policy: 'portal' },
        ...{ late: false, commitmentRequired: false, startsUpon: 'invoice', graceDays: 0, quoteValidDays: 30 },
      },
    },
  ],
  ['renewal-r1', { type: 'RenewalApproved', data: { approvedBy: byAnn, lines: [] } }],
];
export const moved = onLicense({
  type: 'TermAligned',
  data: {
    ...{ ...sold, alignmentId: 'a', startsOn: isoDate('2025-03-10'), previousExpiresOn: expiresOn },
    ...{ newExpiresOn: isoDate('2026-06-30'), zone: zone('Europe/Berlin') },
  },
});
export const terminated = onLicense({
  type: 'LicenseTerminated',
  data: { on: isoDate('2026-02-01'), by: bySales, reason: 'asked for' },
});
export const bounced: Written = [
  'organization-acme',
  {
    type: 'MailBounced',
    data: { contactId: ann, severity: 'hard', messageId: '<m@x>', at: '2026-01-02T00:00:00Z' },
  },
];
export const offsetsSet = onLicense({
  type: 'ReminderOffsetsOverridden',
  data: { offsets: [20], reason: 'asked for', by: bySales },
});

export const offsetsChanged = onLicense({
  type: 'ReminderOffsetsChanged',
  data: { ...sold, overrides: { license: [20] } },
} as Written[1]);
