import type { ContactId, LicenseId, ReminderEvent } from '@renewals/licensing';
import fc from 'fast-check';
import { ANNA, BORIS, dueReminder } from '../compose/examples.spec';
import { DAY, HOUR, MailRoom, T0 } from '../delivery/mail-room.spec';
import type { DueReminder } from '../delivery/reminder-desk';
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
      key: 'license|11d1c3a0-0000-5000-8000-000000000001|2026-03-10|60|',
      contact: '',
      createdAt: T0,
      nextAttemptAt: T0,
      attempts: 0,
    });
    expect(await room.delivery.nextAttemptAt()).toBe(T0);
  });

  it('loses all mails of a reminder that is decided for everybody, and of no other', async () => {
    const reminder = await room.due([ANNA]);
    await room.due([ANNA], { offset: 30 });
    await room.desk.recordNoRecipient(reminder);
    await room.project();
    expect((await room.rows()).map(({ offset }) => offset)).toEqual([30]);
  });

  it('takes no notice of other events', async () => {
    await room.due([ANNA]);
    const before = await room.rows();
    await room.desk.append({ type: 'AlertRaised', data: { ...dueReminder(), reason: 'no-recipient' } });
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
      expect((await room.rows()).map(({ offset }) => offset)).toEqual([30]);
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
        [60, 30].map((offset) => ({
          subject: { kind: 'license', id } as const,
          expiresOn: dueReminder().expiresOn,
          offset,
        })),
      );
      const decision = fc.record({
        reminder: fc.constantFrom(...reminders),
        contactId: fc.constantFrom(ANNA, BORIS),
        decide: fc.constantFrom(...Object.values(decisions)),
        after: fc.constantFrom(0, HOUR, DAY),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(decision, { maxLength: 30 }), fc.integer({ min: 2, max: 40 }), async (made, size) => {
          const one = await MailRoom.open();
          for (const data of reminders) await one.desk.append({ type: 'ReminderDue', data });
          for (const { reminder, contactId, decide, after } of made) {
            one.now += after;
            await one.desk.append(decide(reminder, contactId));
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

type About = Omit<DueReminder, 'causedBy'>;

const decisions: Record<string, (about: About, contactId: ContactId) => ReminderEvent> = {
  sent: (about, contactId) => ({ type: 'ReminderSent', data: { ...about, contactId, messageId: '<m>' } }),
  suppressed: (about, contactId) => ({
    type: 'ReminderSuppressed',
    data: { ...about, contactId, reason: 'no-access' },
  }),
  forAll: (about) => ({ type: 'ReminderSuppressed', data: { ...about, reason: 'renewed' } }),
  failed: (about, contactId) => ({
    type: 'ReminderFailed',
    data: { ...about, contactId, permanent: true, answer: '550' },
  }),
  givenUp: (about, contactId) => ({
    type: 'ReminderFailed',
    data: { ...about, contactId, permanent: false, answer: '451' },
  }),
};
