import { START } from '@renewals/event-store';
import { isoDate, type LicenseExpired, type LicensingEvent } from '@renewals/licensing';
import {
  contact,
  license,
  licenseIssued,
  reminderSent,
  renewal,
  renewalRequested,
  subject,
} from '../examples/events.spec';
import { upcasting, WrittenLog } from '../examples/written-log.spec';
import { countDecisions } from './count-decisions';

const expiresOn = isoDate('2026-03-10');
const expired: LicenseExpired = { type: 'LicenseExpired', data: { expiresOn } };
const ofExpiry = (offset: number) => ({ subject: subject('annual'), expiresOn, offset });

const decided: readonly LicensingEvent[] = [
  { type: 'ReminderDue', data: ofExpiry(60) },
  { type: 'ReminderSuppressed', data: { ...ofExpiry(90), reason: 'superseded' } },
  {
    type: 'ReminderFailed',
    data: { ...ofExpiry(60), contactId: contact('ann'), messageId: '<m>', permanent: false, answer: '451' },
  },
  reminderSent('annual', expiresOn, 60, 'ann'),
  reminderSent('annual', expiresOn, 60, 'bob'),
];

const confirmationSent = {
  type: 'NoticeSent',
  data: {
    noticeId: 'n',
    kind: 'confirmation',
    about: { renewalId: renewal('a') },
    to: 'contact',
    contactId: contact('ann'),
    messageId: '<n@vendor.example>',
    answer: '250 OK',
  },
} satisfies LicensingEvent;

describe('what was decided', () => {
  it('is counted by offset, source and kind, and reminders of one mail as one mail', async () => {
    const log = new WrittenLog();
    await log.write('license-annual', [licenseIssued('annual'), expired]);
    await log.write('license-trial', [licenseIssued('trial', { kind: 'trial', origin: 'trial' }), expired]);
    await log.write('license-other', [licenseIssued('other'), expired]);
    await log.write('reminder-r', decided);
    await log.write('reminder-s', [reminderSent('other', expiresOn, 60, 'ann')]);
    const started = { subject: subject('annual'), successorId: license('next'), startsOn: isoDate('2026-03-11') };
    await log.write('renewal-a', [renewalRequested('a', 'single'), { type: 'ContractStarted', data: started }]);
    await log.write('renewal-b', [renewalRequested('b', 'automatic')]);
    await log.write('renewal-c', [renewalRequested('c', 'single')]);
    await log.write('notice-n', [confirmationSent]);

    expect(await countDecisions(log.store, upcasting, { after: START })).toEqual({
      reminders: { 60: { sent: 3, suppressed: 0, failed: 1 }, 90: { sent: 0, suppressed: 1, failed: 0 } },
      mails: 2,
      notices: { confirmation: 1 },
      renewals: { single: 2, automatic: 1 },
      contractsStarted: 1,
      expired: { licenses: 2, trials: 1 },
    });
  });

  it('is counted from a position on, and knows of trials from before it', async () => {
    const log = new WrittenLog();
    await log.write('license-trial', [licenseIssued('trial', { kind: 'trial', origin: 'trial' })]);
    const after = await log.write('reminder-r', decided);
    await log.write('license-trial', [expired]);

    expect(await countDecisions(log.store, upcasting, { after })).toEqual({
      reminders: {},
      mails: 0,
      notices: {},
      renewals: {},
      contractsStarted: 0,
      expired: { licenses: 0, trials: 1 },
    });
  });
});
