import { START, SubscriptionLost } from '@renewals/event-store';
import { eventually } from './eventually';
import { Sample, seed } from './sample';
import { Tail } from './tail';
import { idsOf, readToEnd } from './under-test';
import { WithDouble } from './with-double';

/** Each title is a surprise that a real server and client were seen to have. */
describe(`eventstoredb survives what its server and client do, subscribing (SEED=${seed})`, () => {
  const given = new WithDouble();
  const sample = new Sample(seed);

  const givenEvents = async (count: number, category = sample.category()): Promise<string> => {
    await given.store.append(sample.stream(category), 'no-stream', sample.events(count));
    return category;
  };

  it.each([
    ['an orderly stop looks like an unknown failure', () => given.double.endSubscriptionsAsUnknown()],
    ['a node leaves', () => given.double.endSubscriptionsAsUnavailable()],
    ['the connection is reset', () => given.double.breakConnections()],
    ['the server is killed and comes back', () => given.double.goDown().then(() => given.double.comeBack())],
  ])('rule 7: %s: the subscription is lost, and a new one from its position misses nothing', async (_, fail) => {
    const category = await givenEvents(10);
    const tail = new Tail(given.store, { after: START, categories: [category], batchSize: 3 });
    await tail.until(() => tail.caughtUp);
    await fail();
    await expect(tail.ended).rejects.toThrow(SubscriptionLost);

    const events = sample.events(5);
    await given.store.append(sample.stream(category), 'no-stream', events);
    const next = new Tail(given.store, { after: tail.position ?? START, categories: [category] });
    await next.until(() => next.events.length === 5);
    await next.stop();
    expect(idsOf(next.events)).toEqual(idsOf(events));
  });

  it('rule 7: subscribing to a server that is down is a lost subscription', async () => {
    await given.double.goDown();
    const tail = new Tail(given.store, { after: START });
    await expect(tail.ended).rejects.toThrow(SubscriptionLost);
  });

  it('rule 7: a frozen server is noticed by keep-alive', async () => {
    const warn = jest.spyOn(console, 'warn').mockReturnValue(undefined); // the client calls such an interval too short
    const alert = given.connect({
      connectionString: `${given.double.connectionString}&keepAliveInterval=200&keepAliveTimeout=200`,
    });
    const tail = new Tail(alert, { after: START });
    await tail.until(() => tail.caughtUp);
    given.double.freeze();
    await expect(tail.ended).rejects.toThrow(SubscriptionLost);
    given.double.thaw();
    warn.mockRestore();
  });

  it('rule 6: the client reports checkpoints ahead of the events it buffers: here they stand behind them', async () => {
    const [wanted, other] = [sample.category(), sample.category()];
    for (let n = 0; n < 100; n += 1) {
      await givenEvents(1, wanted);
      await givenEvents(31, other);
    }
    const all = await readToEnd(given.store, { after: START, categories: [wanted] });
    const stop = new AbortController();
    const handed: string[] = [];
    const positions: string[] = [];
    for await (const batch of given.store.subscribe({
      after: START,
      categories: [wanted],
      batchSize: 2,
      signal: stop.signal,
    })) {
      handed.push(...idsOf(batch.events));
      positions.push(batch.position);
      expect(handed).toEqual(idsOf(all.filter(({ position }) => position <= batch.position)));
      await eventually(() => given.double.heldBackSubscriptions === 0);
      if (handed.length === all.length) stop.abort();
    }
    expect(positions).toEqual([...positions].sort());
  });

  it('rule 6: after a stretch without a match the checkpoint has prepare 0: it sorts and resumes', async () => {
    const category = await givenEvents(1);
    await givenEvents(100);
    const tail = new Tail(given.store, { after: START, categories: [category] });
    await tail.until(() => tail.caughtUp);
    await tail.stop();
    const { position } = tail;
    expect(position?.endsWith(`/${'0'.repeat(20)}`)).toBe(true);

    await givenEvents(2, category);
    const resumed = new Tail(given.store, { after: position ?? START, categories: [category] });
    await resumed.until(() => resumed.events.length === 2);
    await resumed.stop();
    expect(resumed.events.every((event) => event.position > (position ?? START))).toBe(true);
    expect((await readToEnd(given.store, { after: position ?? START, categories: [category] })).length).toBe(2);
  });

  it('a slow reader holds the server back', async () => {
    const category = sample.category();
    const text = 'x'.repeat(10_000);
    for (let n = 0; n < 100; n += 1) {
      await given.store.append(
        sample.stream(category),
        'no-stream',
        Array.from({ length: 10 }, () => sample.event({ text })),
      );
    }
    const { signal } = new AbortController();
    let taken = 0;
    for await (const { events } of given.store.subscribe({
      after: START,
      categories: [category],
      batchSize: 10,
      signal,
    })) {
      if (taken === 0) await eventually(() => given.double.heldBackSubscriptions === 1);
      taken += events.length;
      if (taken === 1_000) break;
    }
    await eventually(() => given.double.openSubscriptions === 0);
  });

  it('leaving the loop or destroying the stream leaves the call open: abort and break end it at the server', async () => {
    const category = await givenEvents(50);
    const tail = new Tail(given.store, { after: START, categories: [category] });
    await tail.until(() => tail.caughtUp);
    expect(given.double.openSubscriptions).toBe(1);
    await tail.stop();
    await eventually(() => given.double.openSubscriptions === 0);

    const { signal } = new AbortController();
    for await (const batch of given.store.subscribe({ after: START, batchSize: 5, signal })) {
      if (batch.events.length > 0) break;
    }
    await eventually(() => given.double.openSubscriptions === 0 && given.double.openReads === 0);
  });

  it('a call that begins on a broken connection may never begin: a subscription that is not confirmed is lost', async () => {
    const hasty = given.connect({ callTimeout: 200 });
    await hasty.lastPosition();
    given.double.freeze();
    const tail = new Tail(hasty, { after: START });
    await expect(tail.ended).rejects.toThrow(SubscriptionLost);
    given.double.thaw();
  });

  it('closing the store ends its subscriptions', async () => {
    const tail = new Tail(given.store, { after: START });
    await tail.until(() => tail.caughtUp);
    await given.store.close();
    await expect(tail.ended).rejects.toThrow(SubscriptionLost);
    await eventually(() => given.double.openSubscriptions === 0);
  });
});
