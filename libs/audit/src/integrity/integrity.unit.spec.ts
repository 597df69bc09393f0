import { type AllFilter, type Batch, MemoryEventStore, type RecordedEvent } from '@renewals/event-store';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { contactAdded, invitationAccepted, orderPlaced, organizationRegistered } from '../examples/events.spec';
import { WrittenLog } from '../examples/written-log.spec';
import { BrokenChain, digestOf } from './digest';
import { verifyChains } from './verify-chains';

const acme = [organizationRegistered('acme', 'ann'), invitationAccepted('bob'), invitationAccepted('eve')];
const order = [orderPlaced('order'), contactAdded('ann'), contactAdded('bob'), contactAdded('eve')];

/** A log after somebody reached into it. */
class TamperedLog extends MemoryEventStore {
  constructor(private readonly events: readonly RecordedEvent[]) {
    super();
  }

  override async readAll({ after }: AllFilter): Promise<Batch> {
    return { events: this.events, position: this.events.at(-1)?.position ?? after, caughtUp: true };
  }
}

async function twoStreams(): Promise<WrittenLog> {
  const log = new WrittenLog();
  await log.write('organization-acme', acme);
  await log.write('order-order', order);
  return log;
}

async function eventsOf({ store }: WrittenLog): Promise<RecordedEvent[]> {
  return [...(await store.readStream('organization-acme')), ...(await store.readStream('order-order'))];
}

describe('the chains of an untouched log (rule 17)', () => {
  it('hold, and are read with progress', async () => {
    const { store } = await twoStreams();
    const read: number[] = [];

    expect(await verifyChains(store, (events) => read.push(events))).toEqual({ verified: 7, streams: 2, broken: [] });
    expect(read).toEqual([7]);
  });

  it('hold over more events than one page has', async () => {
    const log = new WrittenLog();
    const many = Array.from({ length: 2_500 }, (_, index) => contactAdded(`contact ${index}`));
    await log.write('order-long', [orderPlaced('long'), ...many]);

    expect(await verifyChains(log.store)).toMatchObject({ verified: 2_501, broken: [] });
  });

  it('are nothing to complain of in an empty log', async () => {
    expect(await verifyChains(new MemoryEventStore())).toEqual({ verified: 0, streams: 0, broken: [] });
  });
});

describe('the digest of a log', () => {
  it('is the same whichever stream was written first', async () => {
    const other = new WrittenLog();
    await other.write('order-order', order.slice(0, 2));
    await other.write('organization-acme', acme);
    await other.write('order-order', order.slice(2));

    const digest = await digestOf((await twoStreams()).store);
    expect(digest).toMatchObject({ streams: 2, events: 7 });
    expect(await digestOf(other.store)).toEqual(digest);
  });

  it('is another one when a last event is missing, which no chain tells (rule 17)', async () => {
    const log = await twoStreams();
    const shorter = new TamperedLog((await eventsOf(log)).slice(0, -1));

    expect(await verifyChains(shorter)).toMatchObject({ broken: [] });
    expect((await digestOf(shorter)).digest).not.toBe((await digestOf(log.store)).digest);
  });

  it('is refused for a log whose chains do not hold (rule 17)', async () => {
    const [first, , ...rest] = await eventsOf(await twoStreams());

    await expect(digestOf(new TamperedLog([first as RecordedEvent, ...rest]))).rejects.toThrow(BrokenChain);
  });
});

describe('reaching into a log (rule 17)', () => {
  const brokenIn = async (...events: (RecordedEvent | undefined)[]) =>
    (await verifyChains(new TamperedLog(events.filter((event) => event !== undefined)))).broken.map(
      ({ stream, revision, reason }) => `${stream}@${revision} ${reason}`,
    );

  it('tells of each break once, and where', async () => {
    const [registered, bob, , placed, ...contacts] = await eventsOf(await twoStreams());
    const [toAnn, toBob, toEve] = contacts;
    const renamed = registered && { ...registered, type: 'OrganizationInvented' };

    expect(await brokenIn(renamed, bob, placed, toBob, toAnn, toEve)).toEqual([
      'organization-acme@1 hash-mismatch',
      'order-order@2 missing-events',
      'order-order@1 out-of-order',
    ]);
    expect(await brokenIn(placed, toAnn, toAnn, toBob)).toEqual(['order-order@1 out-of-order']);
  });

  const mutations = {
    data: (event: RecordedEvent) => ({ ...event, data: { ...event.data, by: 'nobody' } }),
    type: (event: RecordedEvent) => ({ ...event, type: `${event.type}x` }),
    id: (event: RecordedEvent) => ({ ...event, id: event.id.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
    time: (event: RecordedEvent) => ({ ...event, metadata: { ...event.metadata, recordedAt: '2020-01-01T00:00:00Z' } }),
    chain: (event: RecordedEvent) => ({ ...event, metadata: { ...event.metadata, previousHash: 'f'.repeat(64) } }),
  };

  it.each([
    [
      'a changed',
      (events: RecordedEvent[], at: number, mutation: keyof typeof mutations) =>
        events.map((event, index) => (index === at ? mutations[mutation](event) : event)),
    ],
    ['a dropped', (events: RecordedEvent[], at: number) => events.filter((_, index) => index !== at)],
    ['a repeated', (events: RecordedEvent[], at: number) => [...events, ...events.slice(at, at + 1)]],
    ['a swapped', (events: RecordedEvent[], at: number) => swapped(events, at)],
  ])('is found for %s event, whichever it is', async (_what, tamper) => {
    const log = await twoStreams();
    const events = await eventsOf(log);
    const { digest } = await digestOf(log.store);
    const anyEvent = fc.nat({ max: events.length - 1 });
    const anyMutation = fc.constantFrom(...(Object.keys(mutations) as (keyof typeof mutations)[]));

    await fc.assert(
      fc.asyncProperty(anyEvent, anyMutation, async (at, mutation) => {
        const found = await digestOf(new TamperedLog(tamper(events, at, mutation))).catch((error: unknown) => error);
        if (found instanceof BrokenChain) return;
        expect(found).toMatchObject({ digest: expect.not.stringMatching(digest) });
      }),
      propertyRuns(100, 2_000),
    );
  });
});

/** Two events of one stream in each other's place, with each other's revision. */
function swapped(events: readonly RecordedEvent[], at: number): RecordedEvent[] {
  const one = events[at] as RecordedEvent;
  const other = events.find(
    ({ stream, revision }) => stream === one.stream && revision !== one.revision,
  ) as RecordedEvent;
  const inPlaceOf = (there: RecordedEvent, { id, type, data, metadata }: RecordedEvent) => ({
    ...there,
    ...{ id, type, data, metadata },
  });
  return events.map((event) => {
    if (event === one) return inPlaceOf(one, other);
    return event === other ? inPlaceOf(other, one) : event;
  });
}
