import type { Projection } from './projection';
import { eventCounts, then, ViewRoom } from './view-room.spec';

let room: ViewRoom;
let died = 0;
let midway: (() => Promise<void>) | undefined;

/** As a program does that goes on while it rebuilds: something happens in the middle of the build. */
const interrupted: Projection = {
  ...eventCounts,
  apply: async (events, database) => {
    await eventCounts.apply(events, database);
    if (building) await midway?.();
  },
};
let building = false;

async function rebuild(): Promise<{ events: number }> {
  room.now += 1;
  building = true;
  try {
    return await room.runner.rebuild('event-counts');
  } finally {
    building = false;
  }
}

beforeEach(async () => {
  room = new ViewRoom();
  [died, midway, building] = [0, undefined, false];
  await room.recordMany(['a', 'b', 'a']);
  await room.start(interrupted);
  await room.caughtUp();
});
afterEach(() => room.stop());

/** As if the view had gone wrong. */
async function corrupt(): Promise<void> {
  const tables = room.database.withTables<{ license_event_count: { events: number } }>();
  await tables.updateTable('license_event_count').set({ events: 99 }).execute();
}

describe('rule 8: a rebuild', () => {
  it('makes the view anew from the whole log', async () => {
    await corrupt();
    expect(await rebuild()).toEqual({ events: 3 });
    expect(await room.shown()).toBe('a:2 b:1');
  });

  it('lets reads of the old one go on until it is swapped', async () => {
    await corrupt();
    const reads: Promise<string>[] = [];
    await room.runner.rebuild('event-counts', () => reads.push(room.shown()));
    expect(reads.length).toBeGreaterThan(1);
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['a:99 b:99']));
    expect(await room.shown()).toBe('a:2 b:1');
  });

  it('misses nothing that happens meanwhile', async () => {
    midway = async () => {
      midway = undefined;
      await room.recordMany(['a', 'c']);
    };
    await rebuild();
    await room.record('c');
    await room.caughtUp();
    expect(await room.shown()).toBe('a:3 b:1 c:2');
  });

  it('may be done any number of times', async () => {
    for (const license of ['a', 'b', 'c']) {
      await room.record(license);
      await room.caughtUp();
      await rebuild();
    }
    expect(await room.shown()).toBe('a:3 b:2 c:1');
    expect((await room.tables()).filter((name) => name.startsWith('license_event'))).toHaveLength(2);
  });

  it('is undone by going back to the old tables, which catch up', async () => {
    await corrupt();
    await rebuild();
    await room.record('c');
    await room.caughtUp();
    await room.runner.rollBack('event-counts');
    await room.record('d');
    await room.caughtUp();
    expect(await room.shown()).toBe('a:99 b:99 c:1 d:1');
  });

  it('that dies in the middle changes nothing, and goes well the next time', async () => {
    midway = async () => {
      died += 1;
      throw new Error('killed');
    };
    await expect(rebuild()).rejects.toThrow('killed');
    await room.record('b');
    await room.caughtUp();
    expect(await room.shown()).toBe('a:2 b:2');

    await room.stop();
    midway = undefined;
    await room.start(interrupted);
    await rebuild();
    expect(died).toBe(1);
    expect(await room.shown()).toBe('a:2 b:2');
    expect((await room.tables()).filter((name) => name.startsWith('license_event'))).toHaveLength(2);
  });

  it('brings back a projection that an event had stopped', async () => {
    let broken = true;
    const repairable = then(eventCounts, () => {
      if (broken) throw new Error('a mistake in the program');
    });
    await room.stop();
    await room.start(repairable);
    await room.record('c');
    while (!room.runner.health()[0]?.stoppedBy) await room.runner.moved(1_000, new AbortController().signal);
    broken = false;
    await room.runner.rebuild('event-counts');
    expect(room.runner.health()[0]).not.toHaveProperty('stoppedBy');
    await room.record('c');
    await room.caughtUp();
    expect(await room.shown()).toBe('a:2 b:1 c:2');
  });

  it('of a view that there is not names those that there are', async () => {
    await expect(room.runner.rebuild('licences')).rejects.toThrow(
      'There is no view licences. The views are: event-counts.',
    );
  });
});
