import { type EventMetadata, type EventStore, hashOf, NO_HASH, type RecordedEvent } from '@renewals/event-store';
import { pagesOf } from '../log/pages';

/**
 * - `missing-events`: revisions between the event before and this one are not there.
 * - `out-of-order`: an event of this revision, or a later one, was there before.
 * - `hash-mismatch`: this event was written after another one than the one that is there now.
 */
export type BreakReason = 'missing-events' | 'out-of-order' | 'hash-mismatch';

export interface ChainBreak {
  readonly stream: string;
  readonly revision: number;
  readonly reason: BreakReason;
}

/** The newest event of a stream; its hash vouches for all before it. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
}

export interface Chains {
  readonly heads: ReadonlyMap<string, Head>;
  readonly events: number;
}

export interface ChainWatcher {
  readonly onBreak: (found: ChainBreak) => void;
  /** Hears how many events were read so far. */
  readonly onProgress?: ((events: number) => void) | undefined;
}

/** Reads the whole log along all chains at once (rule 17). What it keeps grows with the streams, not the events. */
export async function followChains(store: EventStore, { onBreak, onProgress }: ChainWatcher): Promise<Chains> {
  const heads = new Map<string, Head>();
  let events = 0;
  for await (const page of pagesOf(store)) {
    for (const event of page) {
      const { stream, revision } = event;
      const head = heads.get(stream) ?? { revision: -1, hash: NO_HASH };
      const reason = breakBetween(head, event);
      if (reason) onBreak({ stream, revision, reason });
      if (revision > head.revision) heads.set(stream, { revision, hash: hashOf(event) });
    }
    events += page.length;
    onProgress?.(events);
  }
  return { heads, events };
}

function breakBetween(head: Head, { revision, metadata }: RecordedEvent): BreakReason | undefined {
  if (revision <= head.revision) return 'out-of-order';
  if (revision > head.revision + 1) return 'missing-events';
  return (metadata as EventMetadata).previousHash === head.hash ? undefined : 'hash-mismatch';
}
