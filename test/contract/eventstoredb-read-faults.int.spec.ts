import { RevisionConflict, START, StoreUnavailable, StreamGone } from '@renewals/event-store';
import { eventually } from './eventually';
import { Sample, seed } from './sample';
import { Tail } from './tail';
import { idsOf, readToEnd } from './under-test';
import { WithDouble } from './with-double';

/** Each title is a surprise that a real server and client were seen to have. */
describe(`eventstoredb survives what its server and client do, reading (SEED=${seed})`, () => {
  const given = new WithDouble();
  const sample = new Sample(seed);

  describe('deleted streams', () => {
    it('a tombstone makes the stream gone for good, and is no event of ours', async () => {
      const category = sample.category();
      const stream = sample.stream(category);
      await given.store.append(stream, 'no-stream', sample.events(1));
      given.double.tombstone(stream);
      await expect(given.store.append(stream, 0, sample.events(1))).rejects.toThrow(StreamGone);
      await expect(given.store.readStream(stream)).rejects.toThrow(StreamGone);
      expect(await readToEnd(given.store, { after: START, categories: [category] })).toHaveLength(1);
      const tail = new Tail(given.store, { after: START, categories: [category] });
      await tail.until(() => tail.caughtUp);
      await tail.stop();
      expect(tail.events).toHaveLength(1);
    });

    it('a name beyond ASCII hides the true error of a read: it is unavailable, not an event-less stream', async () => {
      const stream = `${sample.category()}-käufer`;
      const impatient = given.connect({ attempts: 2 });
      await given.store.append(stream, 'no-stream', sample.events(1));
      given.double.tombstone(stream);
      await expect(impatient.readStream(stream)).rejects.toThrow(StoreUnavailable);
      await expect(impatient.append(stream, 0, sample.events(1))).rejects.toThrow(StreamGone);
    });

    it('a soft-deleted stream is empty; written again with no-stream it goes on counting', async () => {
      const stream = sample.stream();
      const old = sample.events(2);
      const first = await given.store.append(stream, 'no-stream', old);
      given.double.softDelete(stream);
      expect(await given.store.readStream(stream)).toEqual([]);
      expect((await given.store.append(stream, 'no-stream', old)).revision).toBe(first.revision);
      const events = sample.events(1);
      expect((await given.store.append(stream, 'no-stream', events)).revision).toBe(2);
      expect(idsOf(await given.store.readStream(stream))).toEqual(idsOf(events));
      await expect(given.store.append(stream, 0, sample.events(1))).rejects.toThrow(RevisionConflict);
    });
  });

  describe('reads', () => {
    it.each([
      ['of a stream', async () => void (await given.store.readStream(sample.stream()))],
      ['of the log', async () => void (await given.store.readAll({ after: START }))],
      ['of the last position, left after one event', async () => void (await given.store.lastPosition())],
    ])('a loop that is left does not end its call: a read %s leaves none open', async (_, read) => {
      await given.store.append(sample.stream(), 'no-stream', sample.events(100));
      await read();
      await eventually(() => given.double.openReads === 0);
    });

    it('a frozen server answers nothing, and reads have no deadline: they are given up by our own clock', async () => {
      const hasty = given.connect({ callTimeout: 100, attempts: 2 });
      const stream = sample.stream();
      await hasty.append(stream, 'no-stream', sample.events(1));
      given.double.freeze();
      await expect(hasty.readStream(stream)).rejects.toThrow(StoreUnavailable);
      await expect(hasty.readAll({ after: START })).rejects.toThrow(StoreUnavailable);
      const events = sample.events(1);
      await expect(hasty.append(stream, 0, events)).rejects.toThrow(StoreUnavailable);
      given.double.thaw();
      expect((await given.store.append(stream, 0, events)).revision).toBe(1);
      expect(await given.store.readStream(stream)).toHaveLength(2);
    });

    it('a position inside a record is answered with an unknown error', async () => {
      const impatient = given.connect({ attempts: 1 });
      const { position } = await given.store.append(sample.stream(), 'no-stream', sample.events(2));
      const inside = position.replace(
        /(\d)\/(\d+)$/,
        (_, digit: string, prepare: string) => `${Number(digit) - 1}/${prepare}`,
      );
      await expect(impatient.readAll({ after: inside as typeof position })).rejects.toThrow(StoreUnavailable);
    });

    it('events of the store itself stand in the log after ours: the last position is of ours', async () => {
      const stream = sample.stream();
      const { position } = await given.store.append(stream, 'no-stream', sample.events(1));
      given.double.softDelete(stream);
      expect(await given.store.lastPosition()).toBe(position);
    });
  });
});
