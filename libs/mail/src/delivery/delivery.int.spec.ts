import type { ContactId, LicenseId } from '@renewals/licensing';
import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import { ANNA, BORIS } from '../compose/examples.spec';
import { outboxCounts } from '../outbox/outbox-counts';
import { PermanentMailFailure, TransientMailFailure } from '../transport/transport';
import { storeIsAway } from './desk-on-streams.spec';
import { HOUR, MailRoom, MINUTE, T0 } from './mail-room.spec';

const toAnna = '00000000000a@customer.example';
const toBoris = '00000000000b@customer.example';

describe('delivery', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  describe('of a reminder that is due', () => {
    it('sends each contact one mail and records it, in the order of contacts', async () => {
      await room.due([BORIS, ANNA]);
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toAnna, toBoris]);
      expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`, `ReminderSent 60 ${BORIS}`]);
      expect(await room.rows()).toEqual([]);
    });

    it('records that there is no recipient', async () => {
      await room.due([]);
      await room.deliver();
      expect(await room.history()).toEqual(['ReminderDue 60', 'ReminderSuppressed 60 no-recipient']);
      expect(await room.delivery.nextAttemptAt()).toBeUndefined();
    });

    it('rule 14: asks at the moment of sending whether the contact may still get it', async () => {
      await room.due([ANNA, BORIS]);
      room.desk.before = (call) => {
        if (call === 'check') room.desk.suppressed.set(BORIS, 'no-access');
      };
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toAnna]);
      expect(await room.history()).toContain(`ReminderSuppressed 60 ${BORIS} no-access`);
    });

    it('drops a mail that somebody else has decided', async () => {
      const reminder = await room.due([ANNA]);
      room.desk.before = (call) => {
        if (call !== 'check') return;
        room.desk.before = undefined;
        throw new Error('Try again');
      };
      await room.delivery.deliver(room.now);
      await room.desk.record(reminder, { outcome: 'suppressed', recipient: ANNA, reason: 'unsubscribed' });
      room.now += MINUTE;
      await room.delivery.deliver(room.now);
      expect(room.postbox.taken).toEqual([]);
      expect(await room.rows()).toEqual([]);
    });

    it('addresses nobody when it is decided for everybody while the contacts are looked up', async () => {
      const reminder = await room.due([ANNA]);
      jest.spyOn(room.desk, 'recipients').mockImplementationOnce(async () => {
        await room.desk.record(reminder, { outcome: 'no-recipient' });
        await room.project();
        return [ANNA];
      });
      const check = jest.spyOn(room.desk, 'check');
      await room.deliver();
      expect(check).not.toHaveBeenCalled();
      expect(await room.rows()).toEqual([]);
    });

    it('waits while mail is held', async () => {
      await room.due([ANNA]);
      room.held = true;
      await room.deliver();
      expect(await room.delivery.nextAttemptAt()).toBeUndefined();
      expect(await room.history()).toEqual(['ReminderDue 60']);
      room.held = false;
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toAnna]);
    });

    it('sends what somebody waits for also while mail is held', async () => {
      await room.due([ANNA]);
      await room.mailingDue([BORIS], { kind: 'invitation', noticeId: 'invited' });
      room.held = true;
      expect(await room.delivery.nextAttemptAt()).toBe(T0);
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toBoris]);
      expect(await room.delivery.nextAttemptAt()).toBeUndefined();
    });

    it('sends many expiries of many contacts, each once', async () => {
      const ids = Array.from({ length: 150 }, (_, index) => `license-${index}` as LicenseId);
      for (const id of ids) await room.due([ANNA, BORIS], { subject: { kind: 'license', id } });
      await room.deliver();
      expect(new Set(room.postbox.taken.map(({ messageId }) => messageId)).size).toBe(300);
      expect(room.postbox.taken).toHaveLength(300);
      expect(await room.rows()).toEqual([]);
    });
  });

  describe('that fails', () => {
    const refuse = (error: Error, recipient = toAnna) => {
      room.postbox.fault = ({ envelope }) => (envelope.to === recipient ? error : undefined);
    };

    it('rule 13: tries again after the back-off, and holds up nobody else', async () => {
      refuse(new TransientMailFailure('451 try later'));
      await room.due([ANNA, BORIS]);
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toBoris]);
      expect(await room.delivery.nextAttemptAt()).toBe(T0 + backOff(1, 0.5));

      room.postbox.fault = undefined;
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toBoris]);
      await room.deliverAll();
      expect(room.postbox.recipients).toEqual([toBoris, toAnna]);
    });

    it('for good is recorded, without the address in the answer', async () => {
      refuse(new PermanentMailFailure(`550 5.1.1 <${toAnna}>: no such user`));
      await room.due([ANNA, BORIS]);
      await room.deliver();
      expect(await room.history()).toContain(`ReminderFailed 60 ${ANNA} true 550 5.1.1 <(address)>: no such user`);
      expect(await room.rows()).toEqual([]);
    });

    it('rule 13: is parked after its last attempt, on record, until an operator replays it', async () => {
      refuse(new TransientMailFailure('451 try later'));
      await room.due([ANNA]);
      await room.deliverAll();
      const [letter, ...others] = await room.letters.all();
      expect(others).toEqual([]);
      expect(letter).toMatchObject({
        recipient: ANNA,
        attempts: MAX_ATTEMPTS,
        parkedAt: room.now,
        lastError: '451 try later',
      });
      expect(await outboxCounts(room.database)).toEqual({ waiting: 0, parked: 1 });

      room.postbox.fault = undefined;
      expect(await room.letters.replay(String(letter?.key), room.now)).toBe(true);
      expect(await outboxCounts(room.database)).toEqual({ waiting: 1, waitingSince: T0, parked: 0 });
      await room.deliver();
      expect(await room.history()).toEqual([
        'ReminderDue 60',
        `ReminderFailed 60 ${ANNA} false 451 try later`,
        `ReminderSent 60 ${ANNA}`,
      ]);
      expect(await room.letters.replay(String(letter?.key), room.now)).toBe(false);
    });

    it('rule 17: does not stay parked when its recipient is erased', async () => {
      room.postbox.fault = () => new TransientMailFailure('451 try later');
      await room.due([ANNA, BORIS]);
      await room.deliverAll();
      room.desk.suppressed.set(ANNA, 'no-access');

      await room.letters.replayTo(ANNA, room.now);
      await room.deliverAll();

      expect((await room.history()).at(-1)).toBe(`ReminderSuppressed 60 ${ANNA} no-access`);
      expect(await room.letters.all()).toMatchObject([{ recipient: BORIS }]);
    });

    it('parks a reminder whose contacts cannot be looked up', async () => {
      room.desk.before = (call) => {
        if (call === 'recipients') throw new Error('The order makes no sense');
      };
      await room.due([ANNA]);
      await room.deliverAll();
      expect(await room.letters.all()).toMatchObject([{ recipient: '', lastError: 'The order makes no sense' }]);
    });

    it('parks a mail that was sent and cannot be recorded, and never sends it again', async () => {
      room.desk.before = (call) => {
        if (call === 'sent') throw new Error('The stream makes no sense');
      };
      await room.due([ANNA]);
      await room.deliverAll();
      room.desk.before = undefined;
      const [letter] = await room.letters.all();
      await room.letters.replay(String(letter?.key), room.now);
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toAnna]);
      expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`]);
    });
  });

  describe('while the event store is away', () => {
    const awayFor = (calls: readonly string[]) => {
      room.desk.before = (call) => {
        if (calls.includes(call)) throw storeIsAway();
      };
    };

    it.each(['recipients', 'check', 'suppressed'])(
      'throws at %s, counts no attempt, and goes on after',
      async (call) => {
        room.desk.suppressed.set(BORIS, 'no-access');
        await room.due([ANNA, BORIS]);
        awayFor([call]);
        for (let pass = 0; pass < 2 * MAX_ATTEMPTS; pass++) {
          await expect(room.delivery.deliver(room.now)).rejects.toThrow('away');
          await room.project();
        }
        expect((await room.rows()).map(({ attempts }) => attempts)).not.toContain(1);
        room.desk.before = undefined;
        await room.deliver();
        expect(room.postbox.recipients).toEqual([toAnna]);
        expect(await room.rows()).toEqual([]);
      },
    );

    it('rule 15: keeps the answer of the server, and records later without sending again', async () => {
      await room.due([ANNA]);
      awayFor(['sent']);
      await expect(room.delivery.deliver(room.now)).rejects.toThrow('away');
      await expect(room.delivery.deliver(room.now)).rejects.toThrow('away');
      expect(await room.rows()).toMatchObject([
        { recipient: ANNA, attempts: 0, answer: '250 OK, queued for (address)' },
      ]);

      room.desk.before = undefined;
      await room.deliver();
      expect(room.postbox.recipients).toEqual([toAnna]);
      expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`]);
    });
  });

  describe('by senders that die', () => {
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
        void sender.deliver(room.now);
      });

    it.each(['recipients', 'check', 'send', 'record'])(
      'rule 14: at %s, each contact gets one mail from the next, which owns the outbox alone',
      async (step) => {
        await room.due([ANNA, BORIS]);
        await dieAt(step);
        const database = room.openDatabase();
        room.delivery = room.newSender({ database });
        await room.delivery.releaseLeases();
        const takenBefore = room.postbox.taken.length;
        await room.deliver();
        expect(room.postbox.recipients.slice(takenBefore)).toEqual([toAnna, toBoris]);
        // Rule 15: a mail that was taken just before the death is the one that goes twice, under one Message-ID.
        expect(takenBefore).toBe(step === 'record' ? 1 : 0);
        expect(new Set(room.postbox.taken.map(({ messageId }) => messageId)).size).toBe(2);
        expect(await room.rows()).toEqual([]);
        await database.destroy();
      },
    );

    it('rule 14: leaves what they leased alone until the lease is over', async () => {
      await room.due([ANNA]);
      await dieAt('send');
      const next = room.newSender();
      expect(await next.deliver(room.now)).toBe(false);
      const leaseEnds = await next.nextAttemptAt();
      expect(leaseEnds).toBe(T0 + HOUR);
      expect(await next.deliver(T0 + HOUR)).toBe(true);
      expect(room.postbox.recipients).toEqual([toAnna]);
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
  });
});
