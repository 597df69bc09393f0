import type { EventStore } from '@renewals/event-store';
import { type ChainBreak, followChains } from './chains';

export interface ChainReport {
  /** Events that continue their stream. */
  readonly verified: number;
  readonly streams: number;
  /** In log order. */
  readonly broken: readonly ChainBreak[];
}

/**
 * Whether each event carries the hash of the one before it, at revisions from 0 without a gap (rule 17). Nothing in a
 * stream vouches for its last event: for that, compare `digestOf` with one that was kept elsewhere.
 * `onProgress` hears how many events were read so far.
 */
export async function verifyChains(store: EventStore, onProgress?: (events: number) => void): Promise<ChainReport> {
  const broken: ChainBreak[] = [];
  const { heads, events } = await followChains(store, { onBreak: (found) => broken.push(found), onProgress });
  return { verified: events - broken.length, streams: heads.size, broken };
}
