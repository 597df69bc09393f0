import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RecordedEvent } from '../port';

/** `previousHash` of the first event of a stream. */
export const NO_HASH = '0'.repeat(64);

/**
 * Hash of an event as stored, before upcasting: SHA-256, hex, over the RFC 8785 canonical JSON of
 * `{stream, revision, eventId, type, data, metadata}`. The metadata holds the hash before it, so one hash vouches for
 * the whole stream up to here.
 */
export function hashOf({ stream, revision, id, type, data, metadata }: Omit<RecordedEvent, 'position'>): string {
  const canonical = canonicalize({ stream, revision, eventId: id, type, data, metadata });
  return createHash('sha256')
    .update(canonical as string)
    .digest('hex');
}
