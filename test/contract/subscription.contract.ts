import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Batch, categoryOf, START } from '@renewals/event-store';
import { Tail } from './tail';
import { type Given, idsOf } from './under-test';

export function subscriptionContract({ store, sample }: Given): void {
  /** Appends of one event in turn to a wanted and an unwanted category. */
  const givenALog = async (appends: number) => {
    const before = await store().lastPosition();
    const [wanted, other] = [sample.category(), sample.category()];
    const ids: string[] = [];
    for (let n = 0; n < appends; n += 1) {
      const events = sample.events(3);
      await store().append(sample.stream(n % 2 === 0 ? wanted : other), 'no-stream', events);
      if (n % 2 === 0) ids.push(...idsOf(events));
    }
    return { before, wanted, other, ids };
  };

  it('gives what is there, says that it caught up, then gives what comes', async () => {
    const { before, wanted, ids } = await givenALog(10);
    const tail = new Tail(store(), { after: before, categories: [wanted] });
    await tail.until(() => tail.caughtUp);
    expect(idsOf(tail.events)).toEqual(ids);

    const live = [sample.events(1), sample.events(2)];
    for (const events of live) await store().append(sample.stream(wanted), 'no-stream', events);
    await tail.until(() => tail.events.length === ids.length + 3);
    await tail.stop();

    expect(idsOf(tail.events)).toEqual([...ids, ...idsOf(live.flat())]);
  });

  it('says that it caught up where there is nothing yet', async () => {
    const tail = new Tail(store(), { after: await store().lastPosition(), categories: [sample.category()] });
    await tail.until(() => tail.caughtUp);
    await tail.stop();
    expect(tail.events).toEqual([]);
  });

  it('gives all categories without a filter, and no event of the store itself', async () => {
    const { before, wanted, other } = await givenALog(4);
    const tail = new Tail(store(), { after: before });
    await tail.until(
      () => tail.events.filter(({ stream }) => [wanted, other].includes(categoryOf(stream))).length === 12,
    );
    await tail.stop();
    const everything = new Tail(store(), { after: START });
    await everything.until(() => everything.caughtUp);
    await everything.stop();
    expect(everything.events.filter(({ stream, type }) => stream.startsWith('$') || type.startsWith('$'))).toEqual([]);
  });

  it('gives at most so many events in a batch, and the same events as the log', async () => {
    const { before, wanted, ids } = await givenALog(40);
    const tail = new Tail(store(), { after: before, categories: [wanted], batchSize: 7 });
    await tail.until(() => tail.events.length === ids.length);
    await tail.stop();
    expect(Math.max(...tail.batches.map(({ events }) => events.length))).toBeLessThanOrEqual(7);
    expect(tail.events).toEqual((await store().readAll({ after: before, categories: [wanted] })).events);
  });

  it('rule 6: its position never runs ahead of events that a slow reader was not handed', async () => {
    const { before, wanted, ids } = await givenALog(400);
    const { events: all } = await store().readAll({ after: before, categories: [wanted], batchSize: 1_200 });
    const stop = new AbortController();
    const handed: string[] = [];
    for await (const batch of store().subscribe({
      after: before,
      categories: [wanted],
      batchSize: 5,
      signal: stop.signal,
    })) {
      handed.push(...idsOf(batch.events));
      expect(handed).toEqual(idsOf(all.filter(({ position }) => position <= batch.position)));
      for (let turn = 0; turn < 10; turn += 1) await nextTurn();
      if (handed.length >= ids.length) stop.abort();
    }
    expect(handed).toEqual(ids);
  });

  it('rule 6: a reader that resumes from any batch misses and doubles nothing', async () => {
    const { before, wanted, ids } = await givenALog(40);
    const tail = new Tail(store(), { after: before, categories: [wanted], batchSize: 4 });
    await tail.until(() => tail.events.length === ids.length && tail.caughtUp);
    await tail.stop();
    for (const [index, batch] of tail.batches.entries()) {
      const handed = tail.batches.slice(0, index + 1).flatMap(({ events }) => events).length;
      const resumed = new Tail(store(), { after: batch.position, categories: [wanted] });
      await resumed.until(() => resumed.caughtUp && resumed.events.length >= ids.length - handed);
      await resumed.stop();
      expect(idsOf(resumed.events)).toEqual(ids.slice(handed));
    }
  });

  it('rule 6: its position moves on while only events of others come', async () => {
    const { before, wanted, other, ids } = await givenALog(2);
    const tail = new Tail(store(), { after: before, categories: [wanted] });
    await tail.until(() => tail.caughtUp && tail.events.length === ids.length);

    const { position: foreign } = await store().append(sample.stream(other), 'no-stream', sample.events(10));
    await store().append(sample.stream(other), 'no-stream', sample.events(90));
    await tail.until(() => (tail.position ?? START) >= foreign);
    await tail.stop();

    expect(idsOf(tail.events)).toEqual(ids);
    const positions = tail.batches.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort());
  });

  it('is over when its signal aborts: while it waits, before it began, and between two batches', async () => {
    const { before, wanted } = await givenALog(20);
    const waiting = new Tail(store(), { after: before, categories: [wanted] });
    await waiting.until(() => waiting.caughtUp);
    await expect(waiting.stop()).resolves.toBeUndefined();

    const aborted = AbortSignal.abort();
    const nothing: Batch[] = [];
    for await (const batch of store().subscribe({ after: before, signal: aborted })) nothing.push(batch);
    expect(nothing).toEqual([]);

    const stop = new AbortController();
    let batches = 0;
    for await (const batch of store().subscribe({ after: before, batchSize: 2, signal: stop.signal })) {
      batches += batch.events.length > 0 ? 1 : 0;
      stop.abort();
    }
    expect(batches).toBe(1);
  });

  it('can be left in the middle, and several can run beside each other', async () => {
    const { before, wanted, ids } = await givenALog(20);
    const { signal } = new AbortController();
    for await (const batch of store().subscribe({ after: before, categories: [wanted], batchSize: 2, signal })) {
      if (batch.events.length > 0) break;
    }
    const tails = [1, 2, 3].map(() => new Tail(store(), { after: before, categories: [wanted] }));
    for (const tail of tails) {
      await tail.until(() => tail.events.length === ids.length);
      await tail.stop();
      expect(idsOf(tail.events)).toEqual(ids);
    }
  });
}
