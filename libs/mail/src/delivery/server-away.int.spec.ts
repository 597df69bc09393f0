import type { LicenseId } from '@renewals/licensing';
import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import { ANNA, BORIS } from '../compose/examples.spec';
import { PermanentMailFailure, ServerUnavailable, TransientMailFailure } from '../transport/transport';
import { DAY, MailRoom, MINUTE, T0, TO_ANNA, TO_BORIS } from './mail-room.spec';

describe('while the mail server is away', () => {
  let room: MailRoom;
  let tried: string[];
  beforeEach(async () => {
    room = await MailRoom.open();
    tried = [];
  });
  afterEach(() => room.database.destroy());

  const away = (isAway: (recipient: string) => boolean = () => true) => {
    room.postbox.fault = ({ envelope }) => {
      tried.push(envelope.to);
      return isAway(envelope.to) ? new ServerUnavailable('connect ECONNREFUSED') : undefined;
    };
  };
  const dueToEach = async (count: number) => {
    for (let index = 0; index < count; index++) {
      await room.due([ANNA], { subject: { kind: 'license', id: `l-${index}` as LicenseId } });
    }
  };

  it('no attempt counts, and nothing is tried before the pause is over', async () => {
    away();
    await room.due([ANNA, BORIS]);
    await room.deliver();
    expect((await room.rows()).map(({ attempts, leasedBy }) => [attempts, leasedBy])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(await room.delivery.nextAttemptAt()).toBe(T0 + MINUTE);
    const triedBefore = tried.length;
    room.now += MINUTE - 1;
    await room.deliver();
    expect(tried).toHaveLength(triedBefore);
  });

  it('one mail a pause goes ahead, another each time, and the operator hears of it', async () => {
    away();
    await room.due([ANNA, BORIS]);
    await room.deliver();
    tried = [];
    for (let pauses = 0; pauses < 4; pauses++) {
      room.now += MINUTE;
      await room.deliver();
    }
    expect(tried).toHaveLength(4);
    expect(new Set(tried)).toEqual(new Set([TO_ANNA, TO_BORIS]));
    expect(room.faults).toHaveLength(5);
  });

  it('nothing is burnt, however long, and everything goes when it is back', async () => {
    away();
    await dueToEach(100);
    await room.deliver();
    for (let pauses = 0; pauses < 3 * MAX_ATTEMPTS; pauses++) {
      room.now = (await room.delivery.nextAttemptAt()) ?? 0;
      await room.deliver();
    }
    away(() => false);
    room.now += MINUTE;
    await room.deliver();
    expect(room.postbox.taken).toHaveLength(100);
    expect(await room.rows()).toEqual([]);
    expect(await room.letters.all()).toEqual([]);
  });

  it.each<[string, Error]>([
    ['puts a mail off', new TransientMailFailure('451 greylisted')],
    ['refuses a mail', new PermanentMailFailure('550 no such user')],
  ])('it is back when it %s', async (_what, answer) => {
    away();
    await room.due([ANNA, BORIS]);
    await room.deliver();
    room.postbox.fault = ({ envelope }) => (envelope.to === TO_ANNA ? answer : undefined);
    room.now += MINUTE;
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
  });

  it('a mail from which the server runs away, and from no other, is to blame itself', async () => {
    away((recipient) => recipient === TO_ANNA);
    await room.due([ANNA, BORIS]);
    await room.deliverAll();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
    expect(await room.letters.all()).toMatchObject([{ recipient: ANNA, attempts: MAX_ATTEMPTS }]);
  });

  it('a contact who is added then gets the mail', async () => {
    away();
    await room.due([ANNA]);
    await room.deliver();
    await room.due([ANNA], { offset: 30 });
    await room.deliver();
    room.desk.contacts.set('reminder|license|11d1c3a0-0000-5000-8000-000000000001|2026-03-10|30', [ANNA, BORIS]);
    room.postbox.fault = undefined;
    room.now += MINUTE;
    await room.deliver();
    expect(room.postbox.recipients.sort()).toEqual([TO_ANNA, TO_ANNA, TO_BORIS]);
  });
});

describe('a mail whose turn is later', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  it('waits for it without an attempt, and holds up nobody else', async () => {
    room.pace.turnAt = (address, now) => (address === TO_ANNA ? Math.max(now, T0 + 5 * MINUTE) : now);
    await room.due([ANNA, BORIS]);
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
    expect(await room.rows()).toMatchObject([{ recipient: ANNA, attempts: 0, mail: null, leasedBy: null }]);
    expect(await room.delivery.nextAttemptAt()).toBe(T0 + 5 * MINUTE);
    await room.deliverAll();
    expect(room.postbox.recipients).toEqual([TO_BORIS, TO_ANNA]);
  });
});

describe('while delivery is switched off', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
    room.delivering = false;
  });
  afterEach(() => room.database.destroy());

  it('nothing is addressed or sent, not even what somebody waits for, and nothing is lost', async () => {
    await room.due([ANNA]);
    await room.mailingDue([ANNA], { kind: 'invitation', noticeId: 'invited' });
    await room.deliver();
    expect(await room.delivery.deliverAwaited(room.now)).toBe(false);
    expect(await room.delivery.nextAttemptAt()).toBeUndefined();
    expect((await room.rows()).map(({ recipient, attempts }) => [recipient, attempts])).toEqual([
      ['', 0],
      ['', 0],
    ]);

    room.delivering = true;
    room.now += DAY;
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_ANNA, TO_ANNA]);
  });

  it('a mail that failed before waits as it is', async () => {
    room.delivering = true;
    room.postbox.fault = () => new TransientMailFailure('451 later');
    await room.due([ANNA]);
    await room.deliver();
    room.delivering = false;
    room.now += backOff(1, 0.5);
    await room.deliver();
    expect(await room.rows()).toMatchObject([{ recipient: ANNA, attempts: 1 }]);
  });
});
