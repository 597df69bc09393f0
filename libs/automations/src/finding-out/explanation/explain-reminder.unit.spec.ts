import { isoDate } from '@renewals/licensing';
import { explainReminder } from './explain-reminder';
import {
  activated,
  ann,
  type Asked,
  bob,
  bySales,
  expiresOn,
  explained,
  factsOf,
  issued,
  named,
  placed,
  policyOf,
  reminder,
  running,
  trial,
  type Written,
} from './file.spec';
import {
  onOrder,
  onLicense,
  due,
  sent,
  notSent,
  renewed,
  moved,
  terminated,
  offsetsSet,
  offsetsChanged,
} from './happenings.spec';

describe('of a reminder that was due', () => {
  it('says when it was sent, as which mail, and what the server answered', () => {
    const explanation = explained({ log: [...running, due, sent] });
    expect(explanation).toMatchObject({
      verdict: 'sent',
      sentence:
        'Sent at 2026-02-08 09:00 Europe/Berlin (2026-02-08T08:00:01Z): the server took <m@x> and answered “250 OK”.',
      about: { due: { on: '2026-02-08', at: '2026-02-08T08:00:00Z', zone: 'Europe/Berlin' } },
    });
    expect(explanation.facts.map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'ReminderDue', stream: 'reminder-of-reader', revision: 0, eventId: 'event 7' }),
      expect.objectContaining({ type: 'ReminderSent', revision: 1, eventId: 'event 8' }),
    ]);
  });

  it('says that it went out in a digest', () =>
    expect(explained({ log: [...running, due, sent], inMails: new Map([['<m@x>', 3]]) }).sentence).toContain(
      'one of 3 reminders in one mail',
    ));

  it('says that the server will never take it', () => {
    const failed = reminder('ReminderFailed', {
      contactId: ann,
      messageId: '<m>',
      permanent: true,
      answer: '550 no such user',
    });
    const explanation = explained({ log: [...running, due, failed] });
    expect(explanation).toMatchObject({
      verdict: 'failed',
      sentence: 'Not delivered: the server will never take it. The last answer was “550 no such user”.',
    });
    expect(named(explanation)).toEqual(['ReminderDue', 'ReminderFailed']);
  });

  const row = { row: 'outbox r', nextAttemptAt: Date.parse('2026-02-08T08:05:00Z'), attempts: 1, parked: false };

  it('says that it waits for an operator, and until one replays it', () => {
    const failed = reminder('ReminderFailed', {
      contactId: ann,
      messageId: '<m>',
      permanent: false,
      answer: '451 later',
    });
    const log = [...running, due, failed];
    const parked = { ...row, recipient: ann, attempts: 8, parked: true };
    expect(explained({ log, queue: { mails: [parked] } })).toMatchObject({ verdict: 'failed' });
    expect(explained({ log, queue: { mails: [{ ...row, recipient: ann }] } })).toMatchObject({ verdict: 'waiting' });
  });

  it('says that it waits in the outbox, when it is tried next, and what stands against it already', () => {
    const queue = { mails: [{ ...row, lastError: '451 later' }] };
    expect(explained({ log: [...running, due], queue })).toMatchObject({
      verdict: 'waiting',
      expected: 'sent',
      sentence:
        'It is due and waits in the outbox: it is tried next at 2026-02-08 09:05 Europe/Berlin (2026-02-08T08:05:00Z).',
    });
    const left = [...running, due, onOrder('RemindersUnsubscribed', { via: 'one-click' })];
    expect(explained({ log: left, queue })).toMatchObject({
      expected: 'not-sent',
      sentence: expect.stringContaining('As things stand this contact does not get it: the contact is unsubscribed'),
    });
  });

  it.each([
    ['held', 'mail is held since the import'],
    ['off', 'delivery is switched off'],
  ] as const)('says that it waits while mail is %s', (mail, says) =>
    expect(explained({ log: [...running, due], queue: { mails: [row], mail } }).sentence).toContain(says),
  );

  it('says that it failed before its recipients were known', () =>
    expect(explained({ log: [...running, due], queue: { mails: [{ ...row, parked: true }] } })).toMatchObject({
      verdict: 'failed',
      sentence: expect.stringContaining('waits for an operator'),
    }));

  it.each([
    ['never was a contact', bob, [], 'the contact is no contact of this order'],
    [
      'was no contact any more',
      ann,
      [onOrder('ContactRemoved', { role: 'order', removedBy: bySales }), due],
      'the contact is no contact of this order any more',
    ],
    [
      'had left the company',
      ann,
      [['organization-acme', { type: 'CompanyContactRemoved', data: { contactId: ann, by: bySales } }] as Written, due],
      'the contact is no contact of the company any more',
    ],
    [
      'was not yet a contact',
      bob,
      [
        due,
        ['order-order', { type: 'ContactAdded', data: { contactId: bob, role: 'order', addedBy: bySales } }] as Written,
      ],
      'the contact was added to the order on 2026-01-01 only',
    ],
  ])('says that whoever asks %s', (_who, contactId, more, says) => {
    const log = more.length > 0 ? [...running, ...more] : [...running, due];
    expect(explained({ log, asked: { contactId } })).toMatchObject({
      verdict: 'not-sent',
      sentence: `This contact was none of those it was sent to: ${says}.`,
    });
  });

  it('asked about everybody, tells of each', () => {
    const { contactId: _nobody, ...asked } = factsOf({ log: running }).asked;
    const left = notSent('unsubscribed', bob);
    const facts = { ...factsOf({ log: [...running, due, sent, left] }), asked };
    expect(explainReminder(facts)).toMatchObject({
      verdict: 'sent',
      sentence: 'It was due, mails to contacts: sent 1, not-sent 1.',
      facts: [
        { event: { type: 'ReminderDue' } },
        { says: expect.stringMatching(/^ann: Sent at/), event: { type: 'ReminderSent' } },
        { says: expect.stringMatching(/^bob: This contact did not get it/) },
      ],
    });
  });
});

describe('of a reminder that is undecided', () => {
  it('says when it is due, here and in UTC, and that the contact gets it', () =>
    expect(explained({ log: running })).toMatchObject({
      verdict: 'to-come',
      expected: 'sent',
      sentence:
        'It is due at 2026-02-08 09:00 Europe/Berlin (2026-02-08T08:00:00Z). If nothing changes this contact gets it.',
      facts: [{ policy: { policy: 'portal', policyHash: 'hash', field: 'channels.store.reminders.hour' } }, {}],
    }));

  it('says what stands against it already', () => {
    const left = explained({ log: [...running, onOrder('RemindersUnsubscribed', { via: 'link' })] });
    expect(left).toMatchObject({ verdict: 'to-come', expected: 'not-sent' });
    expect(left.sentence).toContain('this contact does not get it: the contact is unsubscribed');
    const agreed = explained({ log: [...running, ...renewed] });
    expect(agreed.sentence).toContain('nobody gets it: the term is renewed');
    expect(named(agreed)).toEqual(['LicenseRenewed']);
  });

  it('says that it is due and to be decided, held, or parked', () => {
    const now = '2026-02-09T00:00:00Z';
    expect(explained({ log: running, now })).toMatchObject({
      verdict: 'waiting',
      sentence: expect.stringContaining('decided as soon as the engine gets to it'),
    });
    const held: Written = ['installation-mail', { type: 'MailHeld', data: { because: 'import' } }];
    expect(explained({ log: [...running, held], now, queue: { mail: 'held' } })).toMatchObject({
      verdict: 'waiting',
      sentence: 'It is due. Mail is held since the import. When it is released, it is recorded and not sent.',
      facts: [{}, { event: { type: 'MailHeld' } }, {}],
    });
    const decision = { row: 'deadline d', nextAttemptAt: 0, attempts: 8, parked: true };
    expect(explained({ log: running, now, queue: { decision } })).toMatchObject({ verdict: 'failed' });
  });
});

describe('there is none', () => {
  const noneOf = (asked: Asked) => {
    const { verdict, sentence } = explained(asked);
    expect(verdict).toBe('none');
    return sentence;
  };

  it('of an offset that does not hold, and who says which do', () => {
    const asked = { offset: 45 };
    expect(noneOf({ log: running, asked })).toBe(
      'There is no reminder 45 days before: reminders go out 60, 30, 7 days before, by the policy.',
    );
    expect(explained({ log: running, asked }).facts).toMatchObject([
      { policy: { field: 'channels.store.reminders.offsets' } },
    ]);
    const set = explained({ log: [...running, offsetsSet, offsetsChanged] });
    expect(set.sentence).toBe(
      'There is no reminder 30 days before: reminders go out 20 days before, as set for this license.',
    );
    expect(named(set)).toEqual(['ReminderOffsetsOverridden']);
    expect(noneOf({ log: running, policy: policyOf({ offsets: [] }) })).toContain('no reminders go out, by the policy');
  });

  it('on a day before the term started', () =>
    expect(noneOf({ log: running, policy: policyOf({ offsets: [400] }), asked: { offset: 400 } })).toBe(
      'There is none: its day, 2025-02-03, lies before the term started on 2025-03-10.',
    ));

  it('of a license that is not activated, a trial, or terminated', () => {
    const unused = running.filter((each) => each !== activated);
    expect(noneOf({ log: unused })).toContain('not activated');
    expect(noneOf({ log: unused.map((each) => (each === issued ? trial : each)) })).toContain('not activated');
    const tried = running.map((each) => (each === issued ? trial : each));
    expect(noneOf({ log: tried })).toContain('trials have no reminders');
    expect(noneOf({ log: [...running, terminated] })).toBe('There is none: the license is terminated.');
  });

  it('of an expiry that has moved, or never was', () => {
    expect(noneOf({ log: [...running, moved] })).toBe('There is none any more: the term ends on 2026-06-30 instead.');
    expect(noneOf({ log: running, asked: { expiresOn: isoDate('2026-12-31') } })).toBe(
      'No term of the license ends on 2026-12-31: it ends on 2026-03-10.',
    );
  });

  it('of what never expires', () => {
    const perpetual = activated[1].type === 'LicenseActivated' ? activated[1].data : undefined;
    const { expiresOn: _never, ...data } = perpetual ?? { expiresOn };
    const log = [
      placed,
      issued,
      onLicense({ type: 'LicenseActivated', data: { ...data, kind: 'perpetual' } } as Written[1]),
    ];
    expect(noneOf({ log })).toContain('Nothing of the license expires');
  });
});
