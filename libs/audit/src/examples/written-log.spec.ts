import {
  type EventMetadata,
  type EventStore,
  hashOf,
  type JsonObject,
  MemoryEventStore,
  type NewEvent,
  NO_HASH,
  type Position,
  Upcasting,
} from '@renewals/event-store';
import { eventCatalogue, type LicensingEvent } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';

export const upcasting = new Upcasting(eventCatalogue);

/** Writes events as the engine stores them, each chained to the one before; not a spec itself. */
export class WrittenLog {
  private readonly heads = new Map<string, { readonly revision: number; readonly hash: string }>();

  constructor(readonly store: EventStore = new MemoryEventStore()) {}

  /** All in one stream, recorded at noon (UTC) of the day. */
  async write(stream: string, events: readonly LicensingEvent[], day = '2026-01-01'): Promise<Position> {
    const head = this.heads.get(stream) ?? { revision: -1, hash: NO_HASH };
    let { revision, hash } = head;
    const stored = events.map(({ type, data }): NewEvent => {
      revision += 1;
      const event = {
        id: derivedId(stream, String(revision)),
        type,
        data: JSON.parse(JSON.stringify(data)) as JsonObject,
        metadata: metadataOf(`${stream}@${revision}`, `${day}T12:00:00.000Z`, hash),
      };
      hash = hashOf({ ...event, stream, revision });
      return event;
    });
    this.heads.set(stream, { revision, hash });
    const { position } = await this.store.append(stream, head.revision < 0 ? 'no-stream' : head.revision, stored);
    return position;
  }
}

function metadataOf(cause: string, at: string, previousHash: string): EventMetadata {
  return {
    schema: 1,
    commandId: derivedId('command', cause),
    $correlationId: derivedId('correlation', cause),
    $causationId: derivedId('causation', cause),
    actor: { type: 'sales', id: 'sam' },
    occurredAt: at,
    recordedAt: at,
    previousHash,
  };
}
