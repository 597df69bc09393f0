import { comparableError, comparableEvent, comparableResult } from '../doubles/eventstoredb/replay/comparable';
import type { Played } from '../doubles/eventstoredb/replay/played';
import { Player } from '../doubles/eventstoredb/replay/player';
import { recording, recordingsAreThere, type RecordedCall } from '../doubles/eventstoredb/replay/recording';

interface Replay {
  /** Calls that were made in a way of their own, and why they are not made here. */
  readonly without?: { readonly calls: readonly number[]; readonly why: string };
  /** Left out where the recorded server wrote records of its own, or of another length. */
  readonly positions?: false;
  /** Which of several writers wins differs from run to run. */
  readonly race?: true;
}

const replays: Readonly<Record<string, Replay>> = {
  '01-connect': {},
  '02-append-batch': {},
  '02-append-unary': {},
  '03-idempotency-batch': {},
  '03-idempotency-unary': {},
  '03-idempotency-partial-and-order': {},
  '03-idempotency-any': {},
  '03-idempotency-after-restart': { positions: false },
  '04-expected-revision-on-missing-stream': {},
  '05-read-stream': {},
  '06-read-all': { without: { calls: [17, 18, 19, 20, 21], why: 'filtered reads by the stubs; no client makes them' } },
  '07-subscribe-stream': {},
  '07-subscribe-stream-deleted': { without: { calls: [8, 9, 10], why: 'links; the engine writes and resolves none' } },
  '08-subscribe-all-filter': {},
  '08-subscribe-all-unfiltered': {},
  '08-checkpoint-before-slow-consumer': {
    without: { calls: [3], why: 'a loop slowed by a clock; the contract has it as a case of rule 6' },
  },
  '08-checkpoint-with-listeners': {
    without: { calls: [4, 5], why: 'listeners slowed by a clock, as above' },
  },
  '10-soft-delete': {},
  '10-tombstone': {},
  '12-empty-append': {},
  '12-max-append-size': { without: { calls: [10, 11, 12, 13], why: 'a race of a 17 MiB message with small ones' } },
  '12-names-types-data': { positions: false },
  '12-unicode-in-trailers': {},
  '14-concurrency-one-client': { race: true },
  '14-concurrency-unary': { race: true },
  '14-concurrency-clients': { race: true },
  '15-deadlines': { without: { calls: [8, 9, 10, 11], why: 'the server was stopped by a signal meanwhile' } },
};

const notReplayed: readonly (readonly [files: string, why: string])[] = [
  ['03-idempotency-in-flight', 'timing inside the server; the fault "commit-timeout" is its case'],
  ['05-read-stream-links', 'links; the engine writes and resolves none'],
  ['09-persistent-*', 'persistent subscriptions; the engine uses none'],
  ['11-metadata', '$maxCount and $maxAge; the engine sets none. $tb is in 10-soft-delete'],
  ['13-*', 'processes killed, stopped and frozen; each has its case in eventstoredb-*-faults'],
  ['15-cancelled', 'open calls after loops that were left; these have cases too'],
];

if (recordingsAreThere()) {
  describe('the double says what a real server said', () => {
    it.each(Object.entries(replays))('%s', async (name, { without, positions, race }) => {
      const played = await Player.play(recording(name), ({ n }) => !without?.calls.includes(n));
      const options = { positions: positions ?? true };
      const said = played.map((result) => ({ n: result.call.n, ...saidBy(result, options) }));
      const recorded = played.map(({ call }) => ({ n: call.n, ...recordedOf(call, options) }));
      if (race) expect(outcomes(said)).toEqual(outcomes(recorded));
      else expect(said).toEqual(recorded);
    });

    it.each(notReplayed)('%s is not replayed: %s', (files) => {
      expect(Object.keys(replays)).not.toContain(files);
    });
  });
} else {
  it.skip('skipped: set EVENTSTOREDB_RECORDINGS to the folder of recorded exchanges to replay them', () => undefined);
}

type Comparable = { readonly [key: string]: unknown };

function saidBy(played: Played, options: { positions: boolean }): Comparable {
  if ('threw' in played) return { threw: comparableError(played.threw) };
  if ('emitted' in played) return { emitted: emittedAsRecorded(played.emitted, played.call.emitted ?? []) };
  return shortened({ returned: comparableResult(played.returned, options) }, played.call);
}

function recordedOf(call: RecordedCall, options: { positions: boolean }): Comparable {
  if (call.threw) return { threw: comparableError(call.threw) };
  if (call.emitted) return { emitted: call.emitted.map(comparableEmission) };
  return shortened({ returned: comparableResult(call.returned, options) }, call);
}

/** A few recordings tell less of each event, and nothing of the end. */
function emittedAsRecorded(said: readonly Comparable[], recorded: readonly Comparable[]): Comparable[] {
  return said.slice(0, recorded.length).map((emission, index) => {
    const told = comparableEmission(recorded[index] ?? {});
    const kept = Object.entries(comparableEmission(emission)).filter(([field]) => told[field] !== undefined);
    return Object.fromEntries(kept);
  });
}

function comparableEmission({ event, ...fields }: Comparable): Comparable {
  if (event === 'error') return { event, error: comparableError(fields['error']) };
  const { position } = comparableResult({ position: fields['position'] }) as { position?: unknown };
  if (event === 'checkpointReached') return { event, commit: commitOf(position) };
  if (event !== 'data') return { event };
  const { streamId, revision, type, id } = comparableEvent(comparableResult(fields) as Comparable);
  return { event, streamId, revision, type, id, commit: commitOf(position) };
}

/** Written as a position, as "733n/733n" or as "733n". */
function commitOf(position: unknown): unknown {
  return typeof position === 'string' ? position.split('/')[0] : (position as { commit?: unknown }).commit;
}

/** Most recorded events tell neither data nor metadata; a few lists are left out. */
function shortened(result: { returned: unknown }, call: RecordedCall): Comparable {
  const recorded = call.returned as { events?: unknown } | undefined;
  if (typeof recorded?.events === 'string') return { returned: recorded.events };
  const { events } = (result.returned ?? {}) as { events?: Comparable[] };
  const full = Array.isArray(recorded?.events) && recorded.events.some((event: object) => 'event' in event);
  if (!events || full) return result;
  return { returned: { events: events.map(({ data: _, metadata: __, ...kept }) => kept) } };
}

/** Each kind of outcome, and how often, whoever had it. */
function outcomes(results: readonly Comparable[]): unknown {
  return results.map(({ n: _, ...outcome }) => JSON.stringify(outcome).replace(/0000000000\d\d/g, '')).sort();
}
