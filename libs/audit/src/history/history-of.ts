import type { EventMetadata, EventStore, Position, Upcasting } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import { logged, type LoggedEvent } from '../log/logged-events';
import { lineageEvents } from './lineage-streams';
import { relatedStreams, type ReminderStreamId } from './related-streams';

export interface HistorySource {
  readonly store: EventStore;
  readonly upcasting: Upcasting;
  readonly reminderStreamId: ReminderStreamId;
}

/** One event of the log. Instants are RFC 3339, UTC. */
export interface HistoryEntry {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** When it was true. */
  readonly occurredAt: string;
  /** When we knew. */
  readonly recordedAt: string;
  readonly actor: EventMetadata['actor'];
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Personal data stays sealed. */
  readonly data: LoggedEvent['data'];
}

/**
 * Everything that happened to one license, in log order: its own events and those of its lineage, its maintenance, order,
 * organization and billing agreement, the reminders of each of its expiries, the renewals that were opened on it and the
 * one that it came from. Undefined for a license that was never issued.
 */
export async function historyOf(
  { store, upcasting, reminderStreamId }: HistorySource,
  licenseId: LicenseId,
): Promise<readonly HistoryEntry[] | undefined> {
  const read = async (stream: string) => (await store.readStream(stream)).map((event) => logged(event, upcasting));
  const lineage = await lineageEvents(licenseId, read);
  if (!lineage.has(licenseId)) return undefined;
  const own = [...lineage.values(), await read(`maintenance-${licenseId}`)];
  const related = await Promise.all(relatedStreams(licenseId, own, reminderStreamId).map(read));
  return [...own, ...related]
    .flat()
    .sort((one, other) => (one.position < other.position ? -1 : 1))
    .map(entryOf);
}

/** As `historyOf`, of one stream. */
export async function historyOfStream(
  { store, upcasting }: Pick<HistorySource, 'store' | 'upcasting'>,
  stream: string,
): Promise<readonly HistoryEntry[]> {
  return (await store.readStream(stream)).map((event) => entryOf(logged(event, upcasting)));
}

function entryOf({ position, stream, revision, id, type, data, metadata }: LoggedEvent): HistoryEntry {
  const { occurredAt, recordedAt, actor, commandId, $correlationId, $causationId } = metadata;
  return {
    position,
    stream,
    revision,
    eventId: id,
    type,
    occurredAt,
    recordedAt,
    actor,
    commandId,
    correlationId: $correlationId,
    causationId: $causationId,
    data,
  };
}
