import { AppendRefused, START, StoreUnavailable } from '@renewals/event-store';
import { EventStoreDbDouble } from '../doubles/eventstoredb';
import { Neighbour } from '../doubles/eventstoredb/neighbour';
import { eventually } from './eventually';
import { Sample, seed } from './sample';
import { idsOf } from './under-test';
import { WithDouble } from './with-double';

/** Each title is a surprise that a real server and client were seen to have. */
describe(`eventstoredb survives what its server and client do, appending (SEED=${seed})`, () => {
  const given = new WithDouble();
  const sample = new Sample(seed);

  it('a conflict comes without a message', async () => {
    const stream = sample.stream();
    await given.store.append(stream, 'no-stream', sample.events(1));
    const conflict = given.store.append(stream, 'no-stream', sample.events(1));
    await expect(conflict).rejects.toThrow(`${stream} is not at the expected revision no-stream`);
  });

  it.each([
    ['written, the answer lost', 'break-after-writing'],
    ['lost before it was written', 'break-before-writing'],
    ['refused with a commit timeout, though written', 'commit-timeout'],
  ] as const)('rule 3: an append %s, looks the same: sent again, it stands there once', async (_, fault) => {
    const stream = sample.stream();
    const first = await given.store.append(stream, 'no-stream', sample.events(1));
    const events = sample.events(2);
    given.double.failNextAppends(fault, fault, fault);

    const appended = await given.store.append(stream, first.revision, events);

    expect(appended.revision).toBe(2);
    expect(idsOf(await given.store.readStream(stream, { from: 1 }))).toEqual(idsOf(events));
    expect(given.double.calls.batchAppend).toBe(1 + 4);
  });

  it('rule 3: an append without an answer is given up by our own clock, and sent again', async () => {
    const hasty = given.connect({ callTimeout: 100 });
    const stream = sample.stream();
    const events = sample.events(2);
    given.double.failNextAppends('never-answer', 'never-answer');
    expect((await hasty.append(stream, 'no-stream', events)).revision).toBe(1);
    expect(idsOf(await hasty.readStream(stream))).toEqual(idsOf(events));
  });

  it('a call that begins on a broken connection may never begin: the next append opens another', async () => {
    const hasty = given.connect({ callTimeout: 200, attempts: 2 });
    const stream = sample.stream();
    given.double.failNextAppends('never-answer-again');
    const events = sample.events(1);
    expect((await hasty.append(stream, 'no-stream', events)).revision).toBe(0);
    expect((await hasty.append(stream, 0, sample.events(1))).revision).toBe(1);
  });

  it('a late answer finds nobody waiting', async () => {
    const hasty = given.connect({ callTimeout: 100 });
    const stream = sample.stream();
    given.double.failNextAppends('answer-late');
    const events = sample.events(1);
    expect((await hasty.append(stream, 'no-stream', events)).revision).toBe(0);
    expect((await hasty.append(stream, 0, sample.events(1))).revision).toBe(1);
  });

  it('one broken call rejects all that wait on it: each is sent again and stands there once', async () => {
    const appends = Array.from({ length: 32 }, () => ({ stream: sample.stream(), events: sample.events(2) }));
    given.double.failNextAppends(
      'never-answer',
      'never-answer',
      'break-after-writing',
      'never-answer',
      'break-before-writing',
    );
    const hasty = given.connect({ callTimeout: 500 });
    await Promise.all(appends.map(({ stream, events }) => hasty.append(stream, 'no-stream', events)));
    for (const { stream, events } of appends) {
      expect(idsOf(await hasty.readStream(stream))).toEqual(idsOf(events));
    }
  });

  it('one broken call of the client library rejects its users in all of the process, but not us', async () => {
    const elsewhere = await EventStoreDbDouble.start();
    const neighbour = new Neighbour(elsewhere.connectionString);
    given.closeLater({ close: () => elsewhere.stop() });
    given.closeLater(neighbour);
    await neighbour.append(sample.stream());
    given.double.failNextAppends('answer-late');
    const ours = given.store.append(sample.stream(), 'no-stream', sample.events(1));
    await eventually(() => given.double.calls.batchAppend === 1);

    elsewhere.failNextAppends('break-before-writing');
    await expect(neighbour.append(sample.stream())).rejects.toThrow();
    await given.store.append(sample.stream(), 'no-stream', sample.events(1));

    expect((await ours).revision).toBe(0);
    expect(given.double.calls.batchAppend).toBe(2);
  });

  it('while the server is down, failures are plain errors: it is unavailable after a bounded time, then works again', async () => {
    const impatient = given.connect({ attempts: 2 });
    const stream = sample.stream();
    const events = sample.events(1);
    await given.store.append(sample.stream(), 'no-stream', sample.events(1));
    await given.double.goDown();
    await expect(impatient.append(stream, 'no-stream', events)).rejects.toThrow(StoreUnavailable);
    await expect(impatient.readStream(stream)).rejects.toThrow(StoreUnavailable);
    await expect(impatient.readAll({ after: START })).rejects.toThrow(StoreUnavailable);
    await expect(impatient.lastPosition()).rejects.toThrow(StoreUnavailable);

    await given.double.comeBack();
    expect((await given.store.append(stream, 'no-stream', events)).revision).toBe(0);
    expect(idsOf(await given.store.readStream(stream))).toEqual(idsOf(events));
  });

  it('appends that wait through a restart are written once', async () => {
    const patient = given.connect({ attempts: 12 });
    await patient.append(sample.stream(), 'no-stream', sample.events(1));
    const appends = Array.from({ length: 8 }, () => ({ stream: sample.stream(), events: sample.events(1) }));
    given.double.failNextAppends('never-answer', 'never-answer');
    const answers = appends.map(({ stream, events }) => patient.append(stream, 'no-stream', events));
    await eventually(() => given.double.calls.batchAppend > 2);
    await given.double.goDown();
    await given.double.comeBack();
    await Promise.all(answers);
    for (const { stream, events } of appends)
      expect(idsOf(await given.store.readStream(stream))).toEqual(idsOf(events));
  });

  it.each([
    ['an empty stream name', '', {}],
    ['a name of the store itself', '$settings', {}],
    ['an event id that is no UUID', 'sample-1', { id: 'not-a-uuid' }],
    ['an empty event type', 'sample-1', { type: '' }],
    ['a type of the store itself', 'sample-1', { type: '$metadata' }],
    ['more than 1,000,000 bytes of data and metadata', 'sample-1', { metadata: { text: 'x'.repeat(1_000_000) } }],
  ])('%s, answered with words that say nothing or taken for something else, is not sent', async (_, stream, change) => {
    await expect(given.store.append(stream, 'no-stream', [{ ...sample.event(), ...change }])).rejects.toThrow(
      AppendRefused,
    );
    expect(given.double.calls.batchAppend).toBe(0);
  });

  it('the size limit is for the whole append, and its neighbours are not touched', async () => {
    const stream = sample.stream();
    const large = [sample.event({ text: 'x'.repeat(600_000) }), sample.event({ text: 'x'.repeat(600_000) })];
    const [refused, neighbour] = await Promise.allSettled([
      given.store.append(stream, 'no-stream', large),
      given.store.append(sample.stream(), 'no-stream', sample.events(1)),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { name: 'AppendRefused' } });
    expect(neighbour.status).toBe('fulfilled');
    expect(await given.store.readStream(stream)).toEqual([]);
  });

  it('an append without events succeeds on the server and makes no stream: it is refused here', async () => {
    await expect(given.store.append(sample.stream(), 'no-stream', [])).rejects.toThrow(AppendRefused);
    expect(given.double.calls.batchAppend).toBe(0);
  });

  it('the client asks for server features without a deadline: an append needs no such answer', async () => {
    await given.store.append(sample.stream(), 'no-stream', sample.events(1));
    expect(given.double.calls.serverFeatures).toBe(0);
  });

  it('answers of a cluster are found through gossip', async () => {
    const clustered = given.connect({ connectionString: `esdb+discover://127.0.0.1:${given.double.port}?tls=false` });
    const stream = sample.stream();
    await clustered.append(stream, 'no-stream', sample.events(1));
    expect(await clustered.readStream(stream)).toHaveLength(1);
  });
});
