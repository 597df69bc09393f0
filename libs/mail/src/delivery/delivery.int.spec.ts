import type { LicenseId } from '@renewals/licensing';
import { ANNA, BORIS } from '../compose/examples.spec';
import { MINUTE, MailRoom, T0, TO_ANNA, TO_BORIS } from './mail-room.spec';

describe('delivery of a mailing that is due', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  it('sends each contact one mail and records it, in the order of contacts', async () => {
    await room.due([BORIS, ANNA]);
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_ANNA, TO_BORIS]);
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
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
    expect(await room.history()).toContain(`ReminderSuppressed 60 ${BORIS} no-access`);
  });

  it('drops a mail that somebody else has decided', async () => {
    const reminder = await room.due([ANNA]);
    room.desk.before = (call) => {
      if (call !== 'check') return;
      room.desk.before = undefined;
      throw new Error('Try again');
    };
    await room.deliver();
    await room.desk.record(reminder, { outcome: 'suppressed', recipient: ANNA, reason: 'unsubscribed' });
    room.now += 2 * MINUTE;
    await room.deliver();
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
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
  });

  it('sends what somebody waits for also while mail is held', async () => {
    await room.due([ANNA]);
    await room.mailingDue([BORIS], { kind: 'invitation', noticeId: 'invited' });
    room.held = true;
    expect(await room.delivery.nextAttemptAt()).toBe(T0);
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
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

  it('sends at once what somebody waits for, while it is still being decided what else is due', async () => {
    await room.due([ANNA]);
    await room.mailingDue([BORIS], { kind: 'invitation', noticeId: 'invited' });
    while (await room.delivery.deliverAwaited(room.now)) await room.project();
    expect(room.postbox.recipients).toEqual([TO_BORIS]);
  });
});
