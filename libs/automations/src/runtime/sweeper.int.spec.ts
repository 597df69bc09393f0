import { StoreUnavailable } from '@renewals/event-store';
import { backOff, MAX_ATTEMPTS } from '@renewals/platform';
import { type PolicyOf, UnknownPolicyVersion } from '@renewals/licensing';
import type { CommandBus } from '@nestjs/cqrs';
import { ContractStart } from '../contract-start/contract-start';
import { Expiry } from '../expiry/expiry';
import { RemindersDue } from '../reminders/reminders';
import { REACTION } from './deadline';
import { Chore, clear, DeadlineRoom, hasten, set, T0 } from './deadline-room.spec';

const MINUTE = 60_000;
const bus = {} as CommandBus;

describe('rule 11: a sweep', () => {
  it('does what is due, and nothing that is not', async () => {
    const chore = new Chore();
    chore.outcome = () => false;
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('past', { at: T0 - 1 }), set('now'), set('soon', { at: T0 + 1 })));

    await room.sweepAll(T0);
    expect(chore.done).toEqual(['past', 'now']);
    expect(await room.sweeper.nextAt()).toBe(T0 + 1);
    expect(await room.sweeper.sweep(T0)).toBe(false);
  });

  it('at one instant goes by rank, then by subject', async () => {
    const diary: string[] = [];
    const chores = [new Chore('last', 3, diary), new Chore('first', 1, diary), new Chore('second', 2, diary)];
    for (const chore of chores) chore.outcome = () => false;
    const room = await DeadlineRoom.with(...chores);
    const kinds = ['last', 'first', 'second'];
    await room.happen(room.event(...['b', 'a'].flatMap((subject) => kinds.map((kind) => ({ ...set(subject), kind })))));
    await room.happen(room.event({ ...set('z', { at: T0 - 1 }), kind: 'last' }));

    await room.sweepAll(T0);
    expect(diary).toEqual(['last z', 'first a', 'first b', 'second a', 'second b', 'last a', 'last b']);
  });

  it('finishes what events asked for before what is due by time, however long that is due', async () => {
    const diary: string[] = [];
    const chores = [new Chore('by time', 1, diary), new Chore('reaction', REACTION, diary)];
    for (const chore of chores) chore.outcome = () => false;
    const room = await DeadlineRoom.with(...chores);
    await room.happen(room.event({ ...set('a', { at: T0 - 1 }), kind: 'by time' }, { ...set('b'), kind: 'reaction' }));

    await room.sweepAll(T0);
    expect(diary).toEqual(['reaction b', 'by time a']);
  });

  it('starts contracts before it records expiries, and those before reminders', () => {
    const policyOf: PolicyOf = (version) => {
      throw new UnknownPolicyVersion(version);
    };
    const ranks = [new ContractStart(bus), new Expiry(bus), new RemindersDue(bus, policyOf, async () => false)].map(
      ({ rank }) => rank,
    );
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks).size).toBe(3);
  });

  it('works on several of one subject one after another', async () => {
    const chore = new Chore();
    let atWork = 0;
    let mostAtWork = 0;
    chore.act = async () => {
      mostAtWork = Math.max(mostAtWork, (atWork += 1));
      await Promise.resolve();
      atWork -= 1;
      return { wrote: false };
    };
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a', undefined, '1'), set('a', undefined, '2'), set('a', undefined, '3')));
    await room.sweepAll(T0);
    expect([mostAtWork, await room.subjects()]).toEqual([1, []]);
  });

  it('leaves alone what is held, and does it when it is released', async () => {
    const [chore, other] = [new Chore(), new Chore('other', 1)];
    chore.held = true;
    other.outcome = () => false;
    const room = await DeadlineRoom.with(chore, other);
    await room.happen(room.event(set('a'), { ...set('b', { at: T0 + 5 }), kind: 'other' }));

    await room.sweepAll(T0 + 5);
    expect([chore.done, other.done]).toEqual([[], ['b']]);
    expect(await room.sweeper.nextAt()).toBeUndefined();
    chore.held = false;
    expect(await room.sweeper.nextAt()).toBe(T0);
    await room.sweeper.sweep(T0 + 5);
    expect(chore.done).toEqual(['a']);
  });
});

describe('rule 12: a deadline goes when nothing is left to do', () => {
  it('by the event of the command that it became', async () => {
    const chore = new Chore();
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a')));
    await room.sweeper.sweep(T0);
    expect(await room.subjects()).toEqual(['a']);
    await room.happen(room.event(clear('a')));
    expect(await room.subjects()).toEqual([]);
  });

  it('killed before that event was seen, it is sent again and finds nothing to do', async () => {
    const chore = new Chore();
    const written = new Set<string>();
    chore.outcome = ({ subject }) => written.size < written.add(subject).size;
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a')));

    await room.sweepAll(T0);
    expect(chore.done).toEqual(['a', 'a']);
    expect([...written]).toEqual(['a']);
    expect(await room.subjects()).toEqual([]);
  });

  it('counts no attempt while the event store is away', async () => {
    const chore = new Chore();
    chore.outcome = () => new StoreUnavailable('away');
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a')));
    await expect(room.sweeper.sweep(T0)).rejects.toThrow(StoreUnavailable);
    expect(await room.rows()).toMatchObject([{ attempts: 0, nextAt: T0, lastError: null }]);
  });
});

describe('a deadline that is to wait for longer', () => {
  const patient = (until: number) => {
    const chore = new Chore();
    chore.outcome = () => ({ until });
    return chore;
  };

  it('stays, and is asked again then', async () => {
    const chore = patient(T0 + MINUTE);
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a')));
    await room.sweepAll(T0);
    expect(chore.done).toEqual(['a']);
    expect(await room.rows()).toMatchObject([{ dueAt: T0, nextAt: T0 + MINUTE, attempts: 0 }]);
    expect(await room.sweeper.sweep(T0 + MINUTE)).toBe(true);
    expect(chore.done).toEqual(['a', 'a']);
  });

  it('is asked at once when an event may have brought what it waits for', async () => {
    const chore = patient(T0 + MINUTE);
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a')));
    await room.sweepAll(T0);
    await room.happen(room.event(hasten('a', T0 + 1)));
    expect(await room.sweeper.sweep(T0 + 1)).toBe(true);
    expect(chore.done).toEqual(['a', 'a']);
  });

  it('does not miss what comes while it is asked', async () => {
    const chore = patient(T0 + MINUTE);
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('a')));
    chore.meanwhile = () => room.happen(room.event(hasten('a', T0 + 1)));
    await room.sweeper.sweep(T0);
    expect(await room.rows()).toMatchObject([{ nextAt: T0 + 1 }]);
  });
});

describe('rule 13: a deadline whose command fails', () => {
  const givenFailing = async () => {
    const chore = new Chore();
    chore.outcome = ({ subject }) => (subject === 'bad' ? new Error('no such thing') : false);
    const room = await DeadlineRoom.with(chore);
    await room.happen(room.event(set('bad'), set('good')));
    return { chore, room };
  };

  it('blocks nobody else', async () => {
    const { room } = await givenFailing();
    await room.sweepAll(T0);
    expect(await room.subjects()).toEqual(['bad']);
  });

  it('is tried again after longer and longer pauses, up to an hour, then parked', async () => {
    const { chore, room } = await givenFailing();
    const pauses: number[] = [];
    let now = T0;
    for (let next = await room.sweeper.nextAt(); next !== undefined; next = await room.sweeper.nextAt()) {
      if (next > now) pauses.push((next - now) / MINUTE);
      now = Math.max(now, next);
      await room.sweepAll(now);
    }
    expect(pauses).toEqual([0.5, 1, 2, 4, 8, 16, 32]);
    expect(chore.done.filter((subject) => subject === 'bad')).toHaveLength(MAX_ATTEMPTS);
    expect(await room.sweeper.parked()).toMatchObject([
      { subject: 'bad', attempts: 8, parkedAt: now, lastError: 'no such thing' },
    ]);
  });

  it('keeps its pause, whatever events say', async () => {
    const failing = new Chore();
    failing.outcome = () => new Error('not today');
    const room = await DeadlineRoom.with(failing);
    await room.happen(room.event(set('a')));
    await room.sweeper.sweep(T0);
    const [{ nextAt } = { nextAt: 0 }] = await room.rows();
    await room.happen(room.event(hasten('a', T0 + 1)));
    expect(await room.rows()).toMatchObject([{ nextAt, attempts: 1 }]);
  });

  it('is replayed by an operator, and works once the reason is gone', async () => {
    const { chore, room } = await givenFailing();
    for (let next = await room.sweeper.nextAt(); next !== undefined; next = await room.sweeper.nextAt()) {
      await room.sweepAll(next);
    }
    const later = T0 + 10 * 24 * 60 * MINUTE;
    expect(await room.sweeper.replay('chore|good|', later)).toBe(false);
    expect(await room.sweeper.replay('chore|bad|', later)).toBe(true);
    expect(await room.sweeper.nextAt()).toBe(later);
    chore.outcome = () => false;
    await room.sweepAll(later);
    expect([await room.rows(), await room.sweeper.parked()]).toEqual([[], []]);
  });

  it('of a kind that no automation handles is parked too, not lost', async () => {
    const room = await DeadlineRoom.with(new Chore());
    const stranger = await DeadlineRoom.with();
    await room.happen(room.event(set('a')));
    const [row] = await room.rows();
    if (!row) throw new Error('It is set');
    await stranger.database.withTables<{ deadline: typeof row }>().insertInto('deadline').values(row).execute();
    await stranger.sweepAll(T0);
    expect(await stranger.rows()).toMatchObject([{ attempts: 1, lastError: expect.stringContaining('kind chore') }]);
  });

  it('waits by half at least, whatever the jitter', () => {
    expect([backOff(1, 0), backOff(1, 1), backOff(20, 0), backOff(20, 1)]).toEqual([
      MINUTE / 4,
      MINUTE / 2,
      30 * MINUTE,
      60 * MINUTE,
    ]);
  });
});
