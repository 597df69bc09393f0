import { START, StoreUnavailable, SubscriptionLost } from '@renewals/event-store';
import { eventCounts, then, ViewRoom } from './view-room.spec';

let room: ViewRoom;
beforeEach(() => (room = new ViewRoom()));
afterEach(() => room.stop());

/** What a database says that is full for a moment. */
const diskFull = () => Object.assign(new Error('the disk is full'), { code: 'ERR_SQLITE_FULL' });

describe('rule 5: rows and checkpoint are committed together', () => {
  it('so a batch that dies between them leaves neither, and comes again', async () => {
    const between: unknown[] = [];
    room.onPause = async () => void between.push([await room.shown(), await room.checkpoint('event-counts')]);
    let deaths = 2;
    await room.recordMany(['a', 'b', 'a']);
    await room.start(
      then(eventCounts, () => {
        if (deaths-- > 0) throw diskFull();
      }),
    );
    await room.caughtUp();

    expect(between).toEqual([
      ['', undefined],
      ['', undefined],
    ]);
    expect(await room.shown()).toBe('a:2 b:1');
    expect(await room.checkpoint('event-counts')).toBe(await room.store.lastPosition());
  });

  it('for all projections of a batch', async () => {
    const another = { ...eventCounts, name: 'another', tables: [], apply: async () => undefined };
    let died = false;
    room.onPause = async () => {
      expect([await room.checkpoint('event-counts'), await room.checkpoint('another')]).toEqual([undefined, undefined]);
      died = true;
    };
    await room.record('a');
    await room.start(
      another,
      then(eventCounts, () => {
        if (!died) throw diskFull();
      }),
    );
    await room.caughtUp();
    expect(died).toBe(true);
    expect(await room.checkpoint('another')).toBe(await room.store.lastPosition());
  });

  it('and a program that is started again goes on from there', async () => {
    await room.recordMany(['a', 'b']);
    await room.start(eventCounts);
    await room.caughtUp();
    await room.stop();
    await room.recordMany(['b', 'c']);
    await room.start(eventCounts);
    await room.caughtUp();
    expect(await room.shown()).toBe('a:1 b:2 c:1');
    expect(room.store.subscriptions.at(-1)).not.toBe(START);
  });

  it('each its own, so that a new projection catches up and no other sees anything twice', async () => {
    const seen: number[] = [];
    const late = {
      ...eventCounts,
      name: 'late',
      tables: [],
      apply: async (events: Parameters<typeof eventCounts.apply>[0]) => void seen.push(events.length),
    };
    await room.recordMany(['a', 'b']);
    await room.start(eventCounts);
    await room.caughtUp();
    await room.stop();
    await room.record('a');
    await room.start(eventCounts, late);
    await room.caughtUp();
    expect(await room.shown()).toBe('a:2 b:1');
    expect(seen).toEqual([3]);
  });

  it('and a row says which revision it shows', async () => {
    await room.recordMany(['a', 'a', 'b']);
    await room.start(eventCounts);
    await room.caughtUp();
    const rows = await room.database
      .withTables<{ license_event_count: { license: string; revision: number } }>()
      .selectFrom('license_event_count')
      .select(['license', 'revision'])
      .orderBy('license')
      .execute();
    expect(rows).toEqual([
      { license: 'a', revision: 1 },
      { license: 'b', revision: 0 },
    ]);
  });
});

describe('rule 7: a subscription that is lost is taken up again', () => {
  it('also when it goes silent without an error, once somebody waits for it', async () => {
    room.store.stalls = 2;
    await room.recordMany(['a', 'b', 'a']);
    await room.start(eventCounts);
    await room.caughtUp();
    expect(await room.shown()).toBe('a:2 b:1');
    expect(room.store.subscriptions).toHaveLength(3);
    expect(room.faults).toEqual([]);
  });

  it.each([
    ['before a batch arrives', 'beforeBatch', new SubscriptionLost('UNAVAILABLE')],
    ['after a batch was handed over', 'afterBatch', new SubscriptionLost('UNKNOWN')],
    ['by a plain error', 'afterBatch', new Error('14 UNAVAILABLE')],
    ['by a store that is away', 'beforeBatch', new StoreUnavailable('away')],
  ] as const)('%s, from what was committed: nothing is lost and nothing doubled', async (_when, where, error) => {
    const pauses: number[] = [];
    room.onPause = (failures) => void pauses.push(failures);
    let left = 3;
    room.store[where] = () => {
      if (left-- > 0) throw error;
    };
    await room.recordMany(['a', 'b']);
    await room.start(eventCounts);
    await room.caughtUp();
    for (const license of ['a', 'c', 'a']) {
      left += 1;
      await room.record(license);
      await room.caughtUp();
    }

    expect(await room.shown()).toBe('a:3 b:1 c:1');
    expect(room.faults.length).toBeGreaterThanOrEqual(3);
    expect(new Set(room.faults)).toEqual(new Set([error.message]));
    expect(pauses.length).toBe(room.faults.length);
    const positions = room.store.subscriptions;
    expect([...positions].sort()).toEqual(positions);
  });

  it('after longer and longer pauses, until a batch is processed', async () => {
    const pauses: number[] = [];
    room.onPause = (failures) => void pauses.push(failures);
    let left = 4;
    room.store.beforeBatch = () => {
      if (left-- > 0) throw new SubscriptionLost('away');
    };
    await room.start(eventCounts);
    await room.record('a');
    await room.caughtUp();
    expect(pauses).toEqual([1, 2, 3, 4]);
    left = 1;
    await room.record('b');
    await room.caughtUp();
    expect(pauses).toEqual([1, 2, 3, 4, 1]);
  });

  it('and health tells when it last moved', async () => {
    await room.start(eventCounts);
    await room.record('a');
    await room.caughtUp();
    const movedAt = room.now;
    room.now += 60_000;
    const position = await room.store.lastPosition();
    expect(room.runner.health()).toEqual([{ name: 'event-counts', position, lastProgressAt: movedAt }]);
  });
});

describe('rule 9: who wrote something may wait until a view shows it', () => {
  it('and waits no longer than that', async () => {
    await room.start(eventCounts);
    await room.record('a');
    const position = await room.store.lastPosition();
    await room.runner.reached(position);
    expect(await room.shown()).toBe('a:1');
    await room.runner.reached(position);
  });

  it('nor than its patience lasts', async () => {
    await room.start(eventCounts);
    const beyond = `${await room.store.lastPosition()}9` as typeof START;
    const patience = new AbortController();
    const waiting = room.runner.reached(beyond, patience.signal);
    patience.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});

describe('rule 10: an event that cannot be handled', () => {
  let broken = true;
  const fussy = {
    ...eventCounts,
    name: 'fussy',
    tables: [],
    apply: async (events: Parameters<typeof eventCounts.apply>[0]) => {
      if (broken && events.some(({ stream }) => stream === 'license-bad')) throw new Error('what is a bad license?');
    },
  };
  beforeEach(() => (broken = true));
  const healthOf = (name: string) => room.runner.health().find((health) => health.name === name);

  it('stops its projection in front of it with the reason, and holds up no other', async () => {
    await room.recordMany(['a', 'bad', 'b']);
    await room.start(fussy, eventCounts);
    await room.caughtUp();

    expect(await room.shown()).toBe('a:1 b:1 bad:1');
    expect(healthOf('event-counts')).not.toHaveProperty('stoppedBy');
    expect(healthOf('fussy')).toMatchObject({ stoppedBy: 'what is a bad license?' });
    const [first] = (await room.store.readAll({ after: START })).events;
    expect(healthOf('fussy')?.position).toBe(first?.position);
    await room.record('c');
    await room.caughtUp();
    expect(await room.shown()).toBe('a:1 b:1 bad:1 c:1');
    expect(healthOf('fussy')?.position).toBe(first?.position);
  });

  it('is handled when the program was repaired and started again', async () => {
    await room.recordMany(['a', 'bad', 'b']);
    await room.start(fussy, eventCounts);
    await room.caughtUp();
    await room.stop();
    broken = false;
    await room.start(fussy, eventCounts);
    await room.caughtUp();

    expect(healthOf('fussy')).not.toHaveProperty('stoppedBy');
    expect(await room.checkpoint('fussy')).toBe(await room.store.lastPosition());
    expect(await room.shown()).toBe('a:1 b:1 bad:1');
  });

  it('of a type that this program does not know is never skipped in silence', async () => {
    await room.record('a');
    await room.record('a', {}, 'LicenseFrobnicated');
    await room.start(eventCounts);
    await room.runner.reached((await room.store.readAll({ after: START, batchSize: 1 })).position);
    while (!healthOf('event-counts')?.stoppedBy) await room.runner.moved(1_000, new AbortController().signal);
    expect(healthOf('event-counts')?.stoppedBy).toContain('license-a@1 is LicenseFrobnicated version 1');
    expect(await room.shown()).toBe('a:1');
  });
});

describe('events that are nobody’s business', () => {
  it('move the checkpoint along, so that a restart need not pass over them again', async () => {
    await room.start(eventCounts);
    const other = (n: number) => ({ id: `other ${n}`, type: 'OrderPlaced', data: {}, metadata: { schema: 1 } });
    await room.store.real.append(
      'order-1',
      'no-stream',
      Array.from({ length: 1_200 }, (_, n) => other(n)),
    );
    await room.caughtUp();
    expect(await room.checkpoint('event-counts')).toBeDefined();
  });
});
