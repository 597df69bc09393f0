import { MAX_ATTEMPTS } from '@renewals/platform';
import { ANNA, BORIS } from '../compose/examples.spec';
import { storeIsAway } from './desk-on-streams.spec';
import { MailRoom, TO_ANNA } from './mail-room.spec';

describe('delivery while the event store is away', () => {
  let room: MailRoom;
  beforeEach(async () => {
    room = await MailRoom.open();
  });
  afterEach(() => room.database.destroy());

  const awayFor = (calls: readonly string[]) => {
    room.desk.before = (call) => {
      if (calls.includes(call)) throw storeIsAway();
    };
  };

  it.each(['recipients', 'check', 'suppressed'])('throws at %s, counts no attempt, and goes on after', async (call) => {
    room.desk.suppressed.set(BORIS, 'no-access');
    await room.due([ANNA, BORIS]);
    awayFor([call]);
    for (let pass = 0; pass < 2 * MAX_ATTEMPTS; pass++) {
      await expect(room.deliver()).rejects.toThrow('away');
      await room.project();
    }
    expect((await room.rows()).map(({ attempts }) => attempts)).not.toContain(1);
    room.desk.before = undefined;
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
    expect(await room.rows()).toEqual([]);
  });

  it('rule 15: keeps the answer of the server, and records later without sending again', async () => {
    await room.due([ANNA]);
    awayFor(['sent']);
    await expect(room.deliver()).rejects.toThrow('away');
    await expect(room.deliver()).rejects.toThrow('away');
    expect(await room.rows()).toMatchObject([{ recipient: ANNA, attempts: 0, answer: '250 OK, queued for (address)' }]);

    room.desk.before = undefined;
    await room.deliver();
    expect(room.postbox.recipients).toEqual([TO_ANNA]);
    expect(await room.history()).toEqual(['ReminderDue 60', `ReminderSent 60 ${ANNA}`]);
  });
});
