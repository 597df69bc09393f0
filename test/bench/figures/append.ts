import { SqliteEventStore } from '@renewals/event-store';
import { BareLog, bareRow, type BareRow } from '../bare-log';
import { compared, type Figure } from '../figure';
import { inTurn, rate, sideBySide } from '../measure';
import { sampleEvent } from '../sample-event';
import type { Workspace } from '../workspace';

const SINGLE = 1_000;
const GROUPED = 16_000;
const IN_FLIGHT = 32;
const ROUNDS = 15;
const MARK = { atLeast: 0.7 };

/** Durable appends through the embedded store, each to a stream of its own, against the same rows written bare. */
export async function append(workspace: Workspace): Promise<Figure[]> {
  const store = SqliteEventStore.open(workspace.fresh('store.db'));
  const bare = new BareLog(workspace.fresh('bare.db'));
  const events = Array.from({ length: GROUPED }, (_, index) => sampleEvent(index));
  let streams = 0;
  const stream = () => `renewal-${String(streams++).padStart(36, '0')}`;
  const appends = (width: number, count: number) => async () => {
    const names = Array.from({ length: count }, stream);
    return rate(count, () =>
      sideBySide(width, count, (index) => store.append(at(names, index), 'no-stream', [at(events, index)])),
    );
  };
  const writes = (width: number, count: number) => async () => {
    const groups: BareRow[][] = [];
    for (let first = 0; first < count; first += width) {
      groups.push(
        events
          .slice(first, Math.min(first + width, count))
          .map((event) => bareRow({ ...event, stream: stream(), revision: 0 })),
      );
    }
    return rate(count, () => groups.forEach((group) => bare.write(group)));
  };
  const single = await inTurn(ROUNDS, appends(1, SINGLE), writes(1, SINGLE));
  const grouped = await inTurn(ROUNDS, appends(IN_FLIGHT, GROUPED), writes(IN_FLIGHT, GROUPED));
  await store.close();
  bare.close();
  return [
    compared('append, one at a time', 'events/s', single, MARK),
    compared(`append, ${IN_FLIGHT} in flight`, 'events/s', grouped, MARK),
  ];
}

function at<Item>(items: readonly Item[], index: number): Item {
  return items[index] as Item;
}
