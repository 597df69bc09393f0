import type { JsonObject } from '../port';

/** What every event of this engine carries beside its data. Instants are RFC 3339, UTC. */
export interface EventMetadata extends JsonObject {
  /** Version of the event type's shape; older shapes are lifted when read. */
  readonly schema: number;
  readonly commandId: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly actor: { readonly type: string; readonly id: string };
  /** When it was true. */
  readonly occurredAt: string;
  /** When we knew. */
  readonly recordedAt: string;
  /** Digest of what its command asked for, hex; where a client may send it again. */
  readonly request?: string;
  /** SHA-256 of the event before this one in its stream (rule 17). */
  readonly previousHash: string;
}
