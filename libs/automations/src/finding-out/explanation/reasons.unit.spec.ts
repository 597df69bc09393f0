import { isoDate, suppressionReasons, type SuppressionReason } from '@renewals/licensing';
import {
  ann,
  annAdded,
  bySales,
  expiresOn,
  explained,
  named,
  reminder,
  running,
  subject,
  type Written,
} from './file.spec';
import {
  onOrder,
  onLicense,
  due,
  notSent,
  renewed,
  approved,
  moved,
  terminated,
  bounced,
  offsetsSet,
  offsetsChanged,
} from './happenings.spec';

/** What happened before each reason was given, what is said of it, and which events show it. */
const causes: Readonly<
  Record<SuppressionReason, readonly [before: readonly Written[], says: string, shownBy: readonly string[]]>
> = {
  renewed: [renewed, 'the term is renewed, from 2026-03-11 to 2027-03-10', ['LicenseRenewed']],
  approved: [approved, 'its renewal is approved', ['RenewalOpened', 'RenewalApproved']],
  cancelled: [
    [
      [
        'billingAgreement-reader',
        {
          type: 'RecurringBillingCancelled',
          data: { licenseId: subject.id, cancelledOn: isoDate('2026-01-01'), by: bySales },
        },
      ],
    ],
    'recurring billing is cancelled',
    ['RecurringBillingCancelled'],
  ],
  withdrawn: [
    [offsetsSet, offsetsChanged],
    'its day is none of the reminder days any more: reminders go out 20 days before, as set for this license',
    ['ReminderOffsetsOverridden'],
  ],
  terminated: [[terminated], 'the license is terminated', ['LicenseTerminated']],
  expired: [
    [onLicense({ type: 'LicenseExpired', data: { expiresOn } })],
    'the term was over, its last day was 2026-03-10',
    ['LicenseExpired'],
  ],
  'expiry-moved': [[moved], 'the term ends on 2026-06-30 instead', ['TermAligned']],
  unsubscribed: [
    [onOrder('RemindersUnsubscribed', { via: 'link' })],
    'the contact is unsubscribed from the reminders of this order since 2026-01-01, by link',
    ['RemindersUnsubscribed'],
  ],
  'no-access': [
    [onOrder('ContactRemoved', { role: 'order', removedBy: bySales })],
    'the contact is no contact of this order any more',
    ['ContactRemoved'],
  ],
  unreachable: [[bounced], 'the contact cannot be reached by mail', ['MailBounced']],
  'no-recipient': [
    [onOrder('ContactRemoved', { role: 'order', removedBy: bySales })],
    'nobody is left to write to',
    ['ContactRemoved', 'AlertRaised'],
  ],
  'reseller-only': [[], 'what a reseller sold is the reseller’s to write about', ['OrderPlaced']],
  superseded: [[], 'a reminder nearer to the expiry was due as well, and nobody gets several at once', ['ReminderDue']],
  'before-import': [[], 'its day lay before the import, it was the former system’s', ['LicenseActivated']],
  'before-go-live': [
    [['installation-mail', { type: 'MailReleased', data: { by: bySales, at: '2026-02-10T00:00:00Z' } }]],
    'its day lay before mail was released after the import',
    ['MailReleased'],
  ],
};

const aboutOne: readonly SuppressionReason[] = ['unsubscribed', 'no-access', 'unreachable', 'reseller-only'];

/** What is recorded at once with the decision, after it. */
const afterwards: Readonly<Partial<Record<SuppressionReason, readonly Written[]>>> = {
  'no-recipient': [reminder('AlertRaised', { reason: 'no-recipient' })],
  superseded: [reminder('ReminderDue', {}, 7)],
};

describe('of a reminder that did not come, the reason', () => {
  it.each(suppressionReasons)('%s', (reason) => {
    const [before, says, shownBy] = causes[reason];
    const isAboutOne = aboutOne.includes(reason);
    const decision = isAboutOne ? [due, notSent(reason, ann)] : [notSent(reason)];
    const log = [...running, ...before, ...decision, ...(afterwards[reason] ?? [])];
    const explanation = explained({ log, now: '2026-04-01T00:00:00Z' });
    expect(explanation).toMatchObject({
      verdict: 'not-sent',
      sentence: isAboutOne ? `This contact did not get it: ${says}.` : `Nobody got it: ${says}.`,
    });
    expect(named(explanation)).toEqual(['ReminderSuppressed', ...shownBy]);
  });

  it('is what was known when it was decided, not what happened since', () => {
    const later = onOrder('RemindersUnsubscribed', { via: 'link' });
    const removed = onOrder('ContactRemoved', { role: 'order', removedBy: bySales });
    const explanation = explained({ log: [...running, removed, due, notSent('no-access', ann), annAdded, later] });
    expect(explanation.sentence).toContain('no contact of this order any more');
  });

  it('that the contact had a mail on that day names that mail', () => {
    const sent = reminder('ReminderSent', { contactId: ann, messageId: '<a@x>', sentAt: '', answer: '250' }, 60);
    const log = [...running, reminder('ReminderDue', {}, 60), sent, due, notSent('superseded', ann)];
    const explanation = explained({ log });
    expect(explanation.sentence).toContain('had a mail about this expiry on that day');
    expect(named(explanation)).toEqual(['ReminderSuppressed', 'ReminderSent']);
  });
});
