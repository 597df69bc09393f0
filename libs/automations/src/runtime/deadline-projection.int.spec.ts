import { instantAt, isoDate, startsAt, zone } from '@renewals/licensing';
import { Chore, clear, DeadlineRoom, hasten, nineIn, set, T0 } from './deadline-room.spec';

let room: DeadlineRoom;
beforeEach(async () => (room = await DeadlineRoom.with(new Chore(), new Chore('other'))));

describe('rule 11: deadlines are rows that events write', () => {
  it('each says what is due, when, and which event caused it', async () => {
    await room.happen(room.event(set('a')));
    expect(await room.rows()).toEqual([
      {
        key: 'chore|a|',
        kind: 'chore',
        rank: 0,
        subject: 'a',
        detail: '',
        dueAt: T0,
        localDate: null,
        hour: null,
        zone: null,
        eventId: 'event 1',
        correlationId: 'correlation',
        nextAt: T0,
        attempts: 0,
        parkedAt: null,
        lastError: null,
      },
    ]);
  });

  it('one that an event sets again moves', async () => {
    await room.happen(room.event(set('a')));
    await room.happen(room.event(set('a', { at: T0 + 60_000 })));
    expect(await room.rows()).toMatchObject([{ subject: 'a', dueAt: T0 + 60_000, nextAt: T0 + 60_000 }]);
  });

  it('a local day keeps its date, hour and zone beside the instant', async () => {
    const [paris, oslo] = [zone('Europe/Paris'), zone('Europe/Oslo')];
    const day = isoDate('2026-03-01');
    await room.happen(room.event(set('a', nineIn('Europe/Paris')), set('b', { startOf: day, zone: oslo })));
    expect(await room.rows()).toMatchObject([
      { localDate: day, hour: 9, zone: paris, dueAt: instantAt(day, 9, paris) },
      { localDate: day, hour: null, zone: oslo, dueAt: startsAt(day, oslo) },
    ]);
  });

  const apart = async (...events: ReturnType<DeadlineRoom['event']>[]) => {
    for (const event of events) await room.happen(event);
  };
  const together = (...events: ReturnType<DeadlineRoom['event']>[]) => room.happen(...events);

  describe.each([
    ['in one batch', together],
    ['in batches of their own', apart],
  ])('events %s', (_how, happen) => {
    it('clear all of a subject', async () => {
      await happen(room.event(set('a', undefined, '1'), set('a', undefined, '2'), set('b')), room.event(clear('a')));
      expect(await room.subjects()).toEqual(['b']);
    });

    it('clear one of several', async () => {
      await happen(room.event(set('a', undefined, '1'), set('a', undefined, '2')), room.event(clear('a', '1')));
      expect(await room.subjects()).toEqual(['a 2']);
    });

    it('clear only their own kind', async () => {
      await happen(room.event({ ...set('a'), kind: 'other' }, set('a')), room.event(clear('a')));
      expect(await room.rows()).toMatchObject([{ kind: 'other', subject: 'a' }]);
    });

    it('set again what they cleared', async () => {
      const later = { at: T0 + 60_000 };
      await happen(room.event(set('a')), room.event(clear('a')), room.event(set('a', later)));
      expect(await room.rows()).toMatchObject([{ subject: 'a', dueAt: later.at, eventId: 'event 3' }]);
    });

    it('move', async () => {
      await happen(room.event(set('a')), room.event(set('a', { at: T0 + 1 })), room.event(set('a', { at: T0 + 2 })));
      expect(await room.rows()).toMatchObject([{ dueAt: T0 + 2 }]);
    });

    it('hasten one that waits, and make none where there is none', async () => {
      await happen(
        room.event(set('a', { at: T0 + 60_000 })),
        room.event(hasten('a', T0 + 1)),
        room.event(hasten('b', T0)),
      );
      expect(await room.rows()).toMatchObject([{ subject: 'a', dueAt: T0 + 60_000, nextAt: T0 + 1 }]);
    });

    it('clear what never was', async () => {
      await happen(room.event(clear('a')), room.event(set('b')));
      expect(await room.subjects()).toEqual(['b']);
    });
  });
});
