import { oldTerm } from '../license/examples.spec';
import type { Policy, RecurringBillingPolicy } from '../policy';
import { recurringPolicy, recurringTerms } from '../policy/examples.spec';
import { type ReminderEvent, reminderStream } from '../reminder';
import { due, sent, suppressed } from '../reminder/examples.spec';
import { ann, bob, license, on, oldLicense } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { fold } from '../shared/stream';
import { isoDate } from '../term';
import { alertUnproven, billingAgreementStream, noticeWindow } from '../billing';
import { automaticOpening } from './automatic-opening';

const billing = (more: Partial<RecurringBillingPolicy> = {}): RecurringBillingPolicy => ({
  opensDaysBefore: 30,
  cutOffDays: 5,
  noticeProof: { earliestDays: 45, latestDays: 15 },
  ...more,
});
const policyWith = (recurringBilling: RecurringBillingPolicy | 'none'): Policy => ({
  ...recurringPolicy,
  channels: { store: { ...recurringTerms, recurringBilling } },
});

/** The term ends on 2026-03-10: the window is 2026-01-24 to 2026-02-23, and the renewal opens on 2026-02-08. */
function openingOn(date: string, hour: number, history: readonly ReminderEvent[] = [], policy = policyWith(billing())) {
  const reminders = fold(reminderStream, history);
  return automaticOpening({ now: on(date, hour), policy, channel: 'store', term: oldTerm, reminders });
}
const mailAt = (sentAt: string, offset = 45, contactId = ann) => [due(offset), sent(offset, contactId, sentAt)];
const inTime = '2026-02-01T08:00:00.000Z';

describe('the time in which somebody must be told of an automatic renewal', () => {
  it('is counted in days before the expiry, both ends included', () =>
    expect(noticeWindow(billing(), oldTerm)).toEqual({ from: '2026-01-24', until: '2026-02-23' }));

  it('is none where the policy asks for no proof', () =>
    expect(noticeWindow(billing({ noticeProof: 'none' }), oldTerm)).toBeUndefined());

  it('is none for a term that is shorter', () => {
    const from = (startsOn: string) => noticeWindow(billing(), { ...oldTerm, startsOn: isoDate(startsOn) });
    expect(from('2026-01-24')).toBeDefined();
    expect(from('2026-01-25')).toBeUndefined();
  });
});

describe('a renewal that opens by itself', () => {
  it('opens on its day where no proof is asked for', () => {
    const policy = policyWith(billing({ noticeProof: 'none' }));
    expect(openingOn('2026-02-07', 9, [], policy)).toEqual({ what: 'wait', until: on('2026-02-08', 9) });
    expect(openingOn('2026-02-08', 9, [], policy)).toEqual({ what: 'open' });
    expect(openingOn('2026-02-08', 9, [], policyWith('none'))).toEqual({ what: 'nothing' });
  });

  it('opens on its day with the mail that told of it, and what the server said', () => {
    expect(openingOn('2026-02-07', 9, mailAt(inTime))).toEqual({ what: 'wait', until: on('2026-02-08', 9) });
    expect(openingOn('2026-02-08', 9, mailAt(inTime))).toEqual({
      what: 'open',
      notice: { contactId: ann, offset: 45, messageId: '45@desk.example', sentAt: inTime, answer: '250 OK' },
    });
  });

  it('names the first of several mails', () => {
    const both = [...mailAt('2026-02-10T08:00:00.000Z', 30, bob), ...mailAt(inTime)];
    expect(openingOn('2026-02-20', 9, both)).toMatchObject({ notice: { sentAt: inTime } });
  });

  it('waits while none went out, until the day after the last', () => {
    const until = on('2026-02-24', 9);
    expect(openingOn('2026-02-08', 9)).toEqual({ what: 'wait', until });
    expect(openingOn('2026-02-23', 23)).toEqual({ what: 'wait', until });
    expect(openingOn('2026-02-24', 0)).toEqual({ what: 'unproven' });
  });

  it.each([
    ['went out a second too early', mailAt('2026-01-23T22:59:59.000Z'), 'unproven'],
    ['went out in the first second', mailAt('2026-01-23T23:00:00.000Z'), 'open'],
    ['went out in the last second', mailAt('2026-02-23T22:59:59.000Z'), 'open'],
    ['went out a second too late', mailAt('2026-02-23T23:00:00.000Z'), 'unproven'],
    ['is due only', [due(45)], 'unproven'],
    ['was suppressed', [due(45), suppressed(45, 'unsubscribed', ann)], 'unproven'],
  ] as const)('is not proven by what did not go out in time: a mail that %s', (_what, history, what) =>
    expect(openingOn('2026-02-28', 9, history)).toMatchObject({ what }),
  );
});

describe('a renewal that nobody was told of', () => {
  const given = specification(billingAgreementStream);
  const licenseId = license('old');
  const enabled = { type: 'RecurringBillingEnabled', data: { licenseId, billingContactId: ann } } as const;
  const about = { licenseId, subject: oldLicense, expiresOn: oldTerm.expiresOn };
  const alerted = { type: 'AlertRaised', data: { ...about, reason: 'no-notice-proof' } } as const;

  it('is an alert to sales, once for each expiry', () => {
    given([enabled]).when(alertUnproven, about).then([alerted]);
    given([enabled, alerted]).when(alertUnproven, about).thenNothing();
    const nextYear = { ...about, expiresOn: isoDate('2027-03-10') };
    given([enabled, alerted])
      .when(alertUnproven, nextYear)
      .then([{ type: 'AlertRaised', data: { ...nextYear, reason: 'no-notice-proof' } }]);
  });

  it('is none where it would not have opened', () => {
    const cancelled = {
      type: 'RecurringBillingCancelled',
      data: { licenseId, cancelledOn: isoDate('2026-01-01'), by: { type: 'customer', id: ann } },
    } as const;
    given([enabled, cancelled]).when(alertUnproven, about).thenNothing();
    given([]).when(alertUnproven, about).thenNothing();
  });
});
