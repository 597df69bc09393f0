import { createHash } from 'node:crypto';
import type { EventStore } from '@renewals/event-store';
import { type ChainBreak, type Chains, followChains, type Head } from './chains';

export interface LogDigest {
  /** SHA-256, hex. */
  readonly digest: string;
  readonly streams: number;
  readonly events: number;
}

/** A stream does not vouch for its own past, so the log cannot be compared with another. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';

  constructor(readonly found: ChainBreak) {
    super(
      `${found.stream}@${found.revision} does not continue its stream (${found.reason}): the log was changed after it ` +
        'was written. Verify the log to see every such place, and restore it from a copy made before.',
    );
  }
}

/**
 * One hash over all streams, for comparing two logs. Streams count by their names, so the order in which events of
 * different streams were written makes no difference. Throws `BrokenChain`.
 * `onProgress` hears how many events were read so far.
 */
export async function digestOf(store: EventStore, onProgress?: (events: number) => void): Promise<LogDigest> {
  const { heads, events } = await followChains(store, { onBreak: refuse, onProgress });
  return { digest: digestOfHeads(heads), streams: heads.size, events };
}

function refuse(found: ChainBreak): never {
  throw new BrokenChain(found);
}

function digestOfHeads(heads: Chains['heads']): string {
  const digest = createHash('sha256');
  for (const stream of [...heads.keys()].sort()) {
    const { revision, hash } = heads.get(stream) as Head;
    digest.update(`${JSON.stringify([stream, revision + 1, hash])}\n`);
  }
  return digest.digest('hex');
}
