import type { ContactId, LicenseId } from '@renewals/licensing';
import { MAX_ATTEMPTS } from '@renewals/platform';
import { ANNA, BORIS, reminderContent } from '../compose/examples.spec';
import type { MailMessage } from '../transport/transport';
import { addressOf } from './desk-on-streams.spec';
import { HOUR, MailRoom, T0, TO_ANNA, TO_BORIS } from './mail-room.spec';

describe('senders that die', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  /** Works until it reaches the call, and from then on does nothing at all. */
  const dieAt = (dying: string): Promise<void> =>
    new Promise((resolve) => {
      const never = () => new Promise<never>(() => resolve());
      const reach = <Ports extends object>(port: Ports): Ports =>
        new Proxy(port, {
          get: (target, name) => {
            const value = Reflect.get(target, name) as unknown;
            if (name === dying) return never;
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
      const sender = room.newSender({ desk: reach(room.desk), transport: reach(room.postbox) });
      void (async () => {
        while (await sender.deliver(room.now));
      })();
    });

  it.each(['recipients', 'check', 'send', 'record'])(
    'rule 14: at %s, each contact gets one mail, and the next goes on, which owns the outbox alone',
    async (step) => {
      await room.due([ANNA, BORIS]);
      await dieAt(step);
      const database = room.openDatabase();
      room.delivery = room.newSender({ database });
      await room.delivery.releaseLeases();
      await room.deliver();
      expect(room.postbox.recipients).toEqual([TO_ANNA, TO_BORIS]);
      expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`, `ReminderSent 60 ${BORIS}`]);
      expect(await room.rows()).toEqual([]);
      await database.destroy();
    },
  );

  it('rule 15: while it waits for an answer, the mail goes twice, under one Message-ID', async () => {
    await room.due([ANNA]);
    await new Promise<void>((taken) => {
      const neverAnswers = async (message: MailMessage) => {
        await room.postbox.send(message);
        taken();
        return new Promise<never>(() => undefined);
      };
      const sender = room.newSender({ transport: { atOnce: 1, send: neverAnswers, close: () => Promise.resolve() } });
      void (async () => {
        while (await sender.deliver(room.now));
      })();
    });
    await room.delivery.releaseLeases();
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_ANNA, TO_ANNA]);
    expect(new Set(room.postbox.taken.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('rule 14: leaves what they leased alone until the lease is over', async () => {
    await room.due([ANNA]);
    await dieAt('send');
    const next = room.newSender();
    expect(await next.deliver(room.now)).toBe(false);
    const leaseEnds = await next.nextAttemptAt();
    expect(leaseEnds).toBe(T0 + HOUR);
    expect(await next.deliver(T0 + HOUR)).toBe(true);
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
  });

  it('rule 14: gives up a mail that kills each of its senders', async () => {
    await room.due([ANNA]);
    for (let life = 0; life < MAX_ATTEMPTS; life++) {
      await dieAt('send');
      await room.newSender().releaseLeases();
    }
    await room.deliver();
    expect(room.postbox.taken).toEqual([]);
    expect(await room.letters.all()).toMatchObject([{ recipient: ANNA, attempts: MAX_ATTEMPTS + 1 }]);
    expect(await room.history()).toHaveLength(2);
  });

  it('rule 14: beside each other send each mail once', async () => {
    const contacts = [ANNA, BORIS] as readonly ContactId[];
    for (let index = 0; index < 40; index++) {
      await room.due(contacts, { subject: { kind: 'license', id: `license-${index}` as LicenseId } });
    }
    const senders = [room.newSender(), room.newSender(), room.newSender()];
    for (let some = true; some;) {
      const outcomes = await Promise.all(senders.map((sender) => sender.deliver(room.now)));
      await room.project();
      some = outcomes.some(Boolean);
    }
    expect(room.postbox.taken).toHaveLength(80);
    expect(new Set(room.postbox.taken.map(({ messageId }) => messageId)).size).toBe(80);
    expect(await room.rows()).toEqual([]);
  });

  it('rule 14: that slept through their lease send nothing any more', async () => {
    await room.due([ANNA]);
    const slow = room.newSender();
    await slow.deliver(room.now);
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((fallsAsleep) => {
      jest.spyOn(room.desk, 'check').mockImplementationOnce(async (_of, recipient) => {
        fallsAsleep();
        await new Promise<void>((wakes) => (wake = wakes));
        return { send: reminderContent({ to: { email: addressOf(recipient) } }) };
      });
    });
    const sleeping = slow.deliver(room.now);
    await asleep;
    room.now += HOUR;
    await room.deliver();
    wake();
    await sleeping;
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
  });
});
