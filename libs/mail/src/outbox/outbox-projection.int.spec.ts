import type { ContactId, LicenseId } from '@renewals/licensing';
import fc from 'fast-check';
import { ANNA, BORIS, dueReminder } from '../compose/examples.spec';
import { DAY, HOUR, MailRoom, T0 } from '../delivery/mail-room.spec';
import { becameOf, fallsDue } from '../delivery/events.spec';
import type { MailOutcome } from '../delivery/mail-desk';
import type { Mailing } from '../delivery/mailing';
import { TransientMailFailure } from '../transport/transport';

const runs = { numRuns: process.env.LONG ? 500 : 25, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };

describe('the outbox', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  it('rule 14: holds a reminder that fell due, under the time at which that was recorded', async () => {
    await room.due([ANNA]);
    const [row, ...others] = await room.rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      key: 'reminder|license|11d1c3a0-0000-5000-8000-000000000001|2026-03-10|60|',
      recipient: '',
      awaited: 0,
      createdAt: T0,
      nextAttemptAt: T0,
      attempts: 0,
    });
    expect(await room.delivery.nextAttemptAt()).toBe(T0);
  });

  it('loses all mails of a reminder that is decided for everybody, and of no other', async () => {
    const reminder = await room.due([ANNA]);
    await room.due([ANNA], { offset: 30 });
    await room.desk.record(reminder, { outcome: 'no-recipient' });
    await room.project();
    expect((await room.rows()).map(({ mailing }) => mailing.split('|').at(-1))).toEqual(['30']);
  });

  it('holds a notice as it holds a reminder, and marks what somebody waits for', async () => {
    await room.mailingDue([ANNA], { kind: 'invitation', noticeId: 'invited' });
    await room.mailingDue([], { kind: 'confirmation', noticeId: 'confirmed' });
    expect((await room.rows()).map(({ key, awaited }) => ({ key, awaited }))).toEqual([
      { key: 'confirmation|confirmed|', awaited: 0 },
      { key: 'invitation|invited|', awaited: 1 },
    ]);
    await room.deliver();
    expect(await room.rows()).toEqual([]);
    expect(await room.history()).toEqual([
      'NoticeDue',
      'NoticeDue',
      'NoticeSuppressed no-recipient',
      `NoticeSent contact ${ANNA}`,
    ]);
  });

  it('takes no notice of other events', async () => {
    await room.due([ANNA]);
    const before = await room.rows();
    const { subject, expiresOn, offset } = dueReminder();
    const data = { subject, expiresOn, offset, reason: 'no-recipient' } as const;
    await room.desk.append(dueReminder(), { type: 'AlertRaised', data });
    await room.project();
    expect(await room.rows()).toEqual(before);
  });

  describe('built from an old log', () => {
    it('rule 8: has nothing of reminders that were sent, not even for contacts who came later', async () => {
      await room.due([ANNA]);
      await room.deliver();
      room.now += 2 * DAY;
      await room.due([ANNA, BORIS], { offset: 30 });

      await room.rebuild();
      expect((await room.rows()).map(({ mailing }) => mailing.split('|').at(-1))).toEqual(['30']);
      await room.deliver();

      expect(await room.history()).toEqual([
        'ReminderDue 60',
        `ReminderSent 60 ${ANNA}`,
        'ReminderDue 30',
        `ReminderSent 30 ${ANNA}`,
        `ReminderSent 30 ${BORIS}`,
      ]);
    });

    it('still sends the mail that was under way beside one that was sent', async () => {
      room.postbox.fault = ({ envelope }) =>
        envelope.to.startsWith('00000000000b') ? new TransientMailFailure('451 later') : undefined;
      await room.due([ANNA, BORIS]);
      await room.deliver();
      room.postbox.fault = undefined;

      await room.rebuild();
      await room.deliverAll();

      expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`, `ReminderSent 60 ${BORIS}`]);
    });

    it('asks once about a reminder just sent, and records nothing new', async () => {
      await room.due([ANNA]);
      await room.deliver();
      const history = await room.history();
      await room.rebuild();
      await room.deliver();
      expect(await room.rows()).toEqual([]);
      expect(await room.history()).toEqual(history);
    });

    it('has the dead letters again', async () => {
      room.postbox.fault = () => new TransientMailFailure('451 later');
      await room.due([ANNA]);
      await room.deliverAll();
      const before = (await room.letters.all()).map(({ key, lastError }) => ({ key, lastError }));

      await room.rebuild();

      expect(before).toHaveLength(1);
      expect((await room.letters.all()).map(({ key, lastError }) => ({ key, lastError }))).toEqual(before);
    });

    it('is the same whatever the size of its batches', async () => {
      const reminders = (['a', 'b', 'c'] as LicenseId[]).flatMap((id) =>
        [60, 30].map((offset) => dueReminder({ subject: { kind: 'license', id }, offset })),
      );
      const mailings: Mailing[] = [...reminders, { kind: 'invitation', noticeId: 'invited' }];
      const decision = fc.record({
        mailing: fc.constantFrom(...mailings),
        recipient: fc.constantFrom(ANNA, BORIS),
        decide: fc.constantFrom(...decisions),
        after: fc.constantFrom(0, HOUR, DAY),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(decision, { maxLength: 30 }), fc.integer({ min: 2, max: 40 }), async (made, size) => {
          const one = await MailRoom.open();
          for (const mailing of mailings) await one.desk.append(mailing, fallsDue(mailing));
          for (const { mailing, recipient, decide, after } of made) {
            one.now += after;
            await one.desk.append(mailing, becameOf(mailing, decide(recipient)));
          }
          await one.rebuild(1);
          const oneByOne = await one.rows();
          await one.rebuild(size);
          const inBatches = await one.rows();
          await one.database.destroy();
          expect(inBatches).toEqual(oneByOne);
        }),
        runs,
      );
    }, 120_000);
  });
});

const decisions: readonly ((recipient: ContactId) => MailOutcome)[] = [
  (recipient) => ({ outcome: 'sent', recipient, messageId: '<m>', answer: '250 OK' }),
  (recipient) => ({ outcome: 'suppressed', recipient, reason: 'no-access' }),
  () => ({ outcome: 'no-recipient' }),
  (recipient) => ({ outcome: 'failed', recipient, messageId: '<m>', permanent: true, answer: '550' }),
  (recipient) => ({ outcome: 'failed', recipient, messageId: '<m>', permanent: false, answer: '451' }),
];
