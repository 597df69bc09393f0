import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import { ANNA, BORIS } from '../compose/examples.spec';
import { outboxCounts } from '../outbox/outbox-counts';
import { PermanentMailFailure, TransientMailFailure } from '../transport/transport';
import { MailRoom, T0, TO_ANNA, TO_BORIS } from './mail-room.spec';

describe('a mail that fails', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  const refuse = (error: Error, recipient = TO_ANNA) => {
    room.postbox.fault = ({ envelope }) => (envelope.to === recipient ? error : undefined);
  };

  it('rule 13: tries again after the back-off, and holds up nobody else', async () => {
    refuse(new TransientMailFailure('451 try later'));
    await room.due([ANNA, BORIS]);
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
    expect(await room.delivery.nextAttemptAt()).toBe(T0 + backOff(1, 0.5));

    room.postbox.fault = undefined;
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
    await room.deliverAll();
    expect(room.postbox.recipients).toEqual([TO_BORIS, TO_ANNA]);
  });

  it('for good is recorded, without the address in the answer', async () => {
    refuse(new PermanentMailFailure(`550 5.1.1 <${TO_ANNA}>: no such user`));
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
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
    expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`]);
  });
});
