import { type EventMetadata, hashOf, type JsonObject, type NewEvent } from '@renewals/event-store';
import { type DomainEvent, eventCatalogue } from '@renewals/licensing';
import { eventId, type PersonalData } from '@renewals/platform';
import type { Decided } from './attempt';
import type { CommandContext } from './context';
import type { FirstAnswer, Loaded } from './loaded';

export interface Stored {
  readonly events: NewEvent[];
  readonly lastHash: string;
  /** By command, the revision that it leaves behind. */
  readonly answers: ReadonlyMap<string, FirstAnswer>;
}

/** What was decided, as it is stored: ids from the command, personal data sealed, each event chained to the one before. */
export function storedEvents(
  decided: readonly Decided<DomainEvent>[],
  stream: string,
  { revision, lastHash }: Loaded<unknown>,
  recordedAt: number,
  personal: PersonalData,
): Stored {
  const stored: NewEvent[] = [];
  const answers = new Map<string, FirstAnswer>();
  let previousHash = lastHash();
  for (const { context, events } of decided) {
    for (const [index, { type, data }] of events.entries()) {
      const id = eventId(context.commandId, index);
      const metadata = metadataOf(type, context, recordedAt, previousHash);
      const event = { id, type, data: asJson(personal.seal(data, context.commandId, id)), metadata };
      stored.push(event);
      previousHash = hashOf({ ...event, stream, revision: revision + stored.length });
    }
    answers.set(context.commandId, { revision: revision + stored.length, request: context.request });
  }
  return { events: stored, lastHash: previousHash, answers };
}

function metadataOf(
  type: string,
  { commandId, correlationId, causationId, actor, occurredAt, request }: CommandContext,
  recordedAt: number,
  previousHash: string,
): EventMetadata {
  return {
    schema: eventCatalogue[type as keyof typeof eventCatalogue],
    commandId,
    $correlationId: correlationId,
    $causationId: causationId,
    actor: { type: actor.type, id: actor.id },
    occurredAt: new Date(occurredAt ?? recordedAt).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
    ...(request !== undefined && { request }),
    previousHash,
  };
}

/** Drops what JSON cannot hold (`undefined`), so that what is hashed is what is stored. */
function asJson(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}
