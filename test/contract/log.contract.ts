import { categoryOf, type Position, type RecordedEvent, START } from '@renewals/event-store';
import { type Given, idsOf, readToEnd } from './under-test';

export function logContract({ store, reopen, sample }: Given): void {
  /** Events of three streams in two categories, one after the other in turn, and the position before them. */
  const givenALog = async (rounds: number) => {
    const before = await store().lastPosition();
    const [wanted, other] = [sample.category(), sample.category()];
    const streams = [sample.stream(wanted), sample.stream(other), sample.stream(wanted)];
    const appended: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const stream of streams) {
        const events = sample.events(2);
        await store().append(stream, round === 0 ? 'no-stream' : round * 2 - 1, events);
        if (categoryOf(stream) === wanted) appended.push(...idsOf(events));
      }
    }
    return { before, wanted, other, appended };
  };

  it.each([1, 2, 7, 500])(
    'gives the events of a category in the order of their appends, by pages of %i',
    async (batchSize) => {
      const { before, wanted, appended } = await givenALog(3);
      const events = await readToEnd(store(), { after: before, categories: [wanted], batchSize });
      expect(idsOf(events)).toEqual(appended);
      expect(events.every(({ stream }) => categoryOf(stream) === wanted)).toBe(true);
    },
  );

  it('gives several categories, and all without a filter', async () => {
    const { before, wanted, other } = await givenALog(2);
    const both = await readToEnd(store(), { after: before, categories: [wanted, other] });
    const all = await readToEnd(store(), { after: before });
    expect(both).toHaveLength(12);
    const ours = all.filter(({ stream }) => [wanted, other].includes(categoryOf(stream)));
    expect(ours).toEqual(both);
  });

  it('has positions that grow as strings, and says the same event wherever it is read', async () => {
    const { before, wanted } = await givenALog(4);
    const events = await readToEnd(store(), { after: before, categories: [wanted] });
    const positions = events.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
    const stream = events[0]?.stream ?? '';
    expect(await store().readStream(stream)).toEqual(events.filter((event) => event.stream === stream));
  });

  it('loses and doubles nothing from any position on', async () => {
    const { before, wanted, appended } = await givenALog(3);
    const events = await readToEnd(store(), { after: before, categories: [wanted] });
    for (const [index, { position }] of events.entries()) {
      const rest = await readToEnd(store(), { after: position, categories: [wanted], batchSize: 3 });
      expect(idsOf(rest)).toEqual(appended.slice(index + 1));
    }
  });

  it('moves on through pages without a wanted event, and never past one that was not given', async () => {
    const { before, wanted } = await givenALog(4);
    const events = await readToEnd(store(), { after: before, categories: [wanted] });
    const given: RecordedEvent[] = [];
    for (let after: Position = before, caughtUp = false; !caughtUp;) {
      const page = await store().readAll({ after, categories: [wanted], batchSize: 1 });
      given.push(...page.events);
      expect(idsOf(given)).toEqual(idsOf(events.filter(({ position }) => position <= page.position)));
      expect(page.position > after || page.caughtUp).toBe(true);
      ({ position: after, caughtUp } = page);
    }
    expect(idsOf(given)).toEqual(idsOf(events));
  });

  it('has nothing after its last position, which is that of the last append', async () => {
    const { position } = await store().append(sample.stream(), 'no-stream', sample.events(3));
    const last = await store().lastPosition();
    expect(last >= position).toBe(true);
    const category = sample.category();
    expect(await store().readAll({ after: last, categories: [category] })).toMatchObject({
      events: [],
      caughtUp: true,
    });
  });

  it('gives no event of the store itself', async () => {
    await store().append(sample.stream(), 'no-stream', sample.events(1));
    const page = await store().readAll({ after: START, batchSize: 100 });
    expect(page.events.filter(({ stream, type }) => stream.startsWith('$') || type.startsWith('$'))).toEqual([]);
  });

  it('says the same to another client of the same log', async () => {
    const { before, wanted, appended } = await givenALog(2);
    const other = (await reopen()) ?? store();
    expect(idsOf(await readToEnd(other, { after: before, categories: [wanted] }))).toEqual(appended);
  });
}
