import { AppendRefused, RevisionConflict, START } from '@renewals/event-store';
import { type Given, idsOf } from './under-test';

export function appendContract({ store, reopen, sample }: Given): void {
  it('rule 1: begins a stream with no-stream and goes on at the exact revision', async () => {
    const stream = sample.stream();
    const [first, second, third] = [sample.event(), sample.event(), sample.event()];

    const begun = await store().append(stream, 'no-stream', [first, second]);
    const continued = await store().append(stream, 1, [third]);

    expect(begun.revision).toBe(1);
    expect(continued.revision).toBe(2);
    expect(begun.position > START && continued.position > begun.position).toBe(true);
    const stored = await store().readStream(stream);
    expect(stored.map(({ id, revision }) => [id, revision])).toEqual([
      [first.id, 0],
      [second.id, 1],
      [third.id, 2],
    ]);
    expect([stored[1]?.position, stored[2]?.position]).toEqual([begun.position, continued.position]);
  });

  it.each([
    ['no-stream where there is one', 'no-stream'],
    ['a revision that is past', 0],
    ['a revision that is not reached', 9],
  ] as const)('rule 1: %s is a conflict, and nothing is written', async (_, expected) => {
    const stream = sample.stream();
    const events = sample.events(3);
    await store().append(stream, 'no-stream', events);

    await expect(store().append(stream, expected, sample.events(2))).rejects.toThrow(
      new RevisionConflict(stream, expected),
    );

    expect(idsOf(await store().readStream(stream))).toEqual(idsOf(events));
  });

  it('rule 1: a revision of a stream that does not exist is a conflict, and makes none', async () => {
    const stream = sample.stream();
    await expect(store().append(stream, 0, sample.events(1))).rejects.toThrow(RevisionConflict);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('rule 1: of 8 writers with one expected revision exactly one wins', async () => {
    const stream = sample.stream();
    await store().append(stream, 'no-stream', sample.events(1));

    const writers = Array.from({ length: 8 }, () => sample.events(2));
    const outcomes = await Promise.allSettled(writers.map((events) => store().append(stream, 0, events)));

    const won = outcomes.flatMap(({ status }, writer) => (status === 'fulfilled' ? [writer] : []));
    expect(won).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
    }
    const stored = await store().readStream(stream, { from: 1 });
    expect(idsOf(stored)).toEqual(idsOf(writers[won[0] ?? -1] ?? []));
  });

  it.each(['no-stream', 0] as const)(
    'rule 3: sent again after %s, it is answered as at first and stored once',
    async (expected) => {
      const stream = sample.stream();
      const before = expected === 'no-stream' ? [] : sample.events(1);
      if (before.length > 0) await store().append(stream, 'no-stream', before);
      const events = sample.events(3);
      const first = await store().append(stream, expected, events);

      expect(await store().append(stream, expected, events)).toEqual(first);
      const later = sample.events(2);
      await store().append(stream, first.revision, later);
      expect(await store().append(stream, expected, events)).toEqual(first);

      expect(idsOf(await store().readStream(stream))).toEqual(idsOf([...before, ...events, ...later]));
    },
  );

  it('rule 3: sent again in part with a new event, or in another order, it is a conflict', async () => {
    const stream = sample.stream();
    const [a, b] = [sample.event(), sample.event()];
    await store().append(stream, 'no-stream', [a, b]);

    await expect(store().append(stream, 'no-stream', [a, sample.event()])).rejects.toThrow(RevisionConflict);
    await expect(store().append(stream, 'no-stream', [a, b, sample.event()])).rejects.toThrow(RevisionConflict);
    await expect(store().append(stream, 'no-stream', [b, a])).rejects.toThrow(RevisionConflict);

    expect(idsOf(await store().readStream(stream))).toEqual([a.id, b.id]);
  });

  it('rule 3: two sendings at once of the same append store it once', async () => {
    const stream = sample.stream();
    const events = sample.events(2);

    const [one, other] = await Promise.all([
      store().append(stream, 'no-stream', events),
      store().append(stream, 'no-stream', events),
    ]);

    expect(one).toEqual(other);
    expect(idsOf(await store().readStream(stream))).toEqual(idsOf(events));
  });

  it('one id in two streams is two events', async () => {
    const [one, other] = [sample.stream(), sample.stream()];
    const events = sample.events(1);
    await store().append(one, 'no-stream', events);
    await store().append(other, 'no-stream', events);
    expect(idsOf(await store().readStream(one))).toEqual(idsOf(await store().readStream(other)));
  });

  it('refuses an append without events', async () => {
    const stream = sample.stream();
    await expect(store().append(stream, 'no-stream', [])).rejects.toThrow(AppendRefused);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('is there for another client of the same log', async () => {
    const stream = sample.stream();
    const events = sample.events(2);
    await store().append(stream, 'no-stream', events);
    const other = (await reopen()) ?? store();
    expect(idsOf(await other.readStream(stream))).toEqual(idsOf(events));
  });
}
