import { type EventMetadata, hashOf, type JsonObject, type NewEvent } from '@renewals/event-store';
import { type DomainEvent, eventCatalogue } from '@renewals/licensing';
import { eventId, type PersonalData } from '@renewals/platform';
import type { CommandContext } from './context';
import type { Loaded } from './loaded';

/** What was decided, as it is stored: ids from the command, personal data sealed, each event chained to the one before. */
export function storedEvents(
  events: readonly DomainEvent[],
  stream: string,
  { revision, lastHash }: Loaded<unknown>,
  context: CommandContext,
  recordedAt: number,
  personal: PersonalData,
): { events: NewEvent[]; lastHash: string } {
  const stored: NewEvent[] = [];
  let previousHash = lastHash;
  events.forEach(({ type, data }, index) => {
    const id = eventId(context.commandId, index);
    const metadata: EventMetadata = {
      schema: eventCatalogue[type as keyof typeof eventCatalogue],
      commandId: context.commandId,
      $correlationId: context.correlationId,
      $causationId: context.causationId,
      actor: { type: context.actor.type, id: context.actor.id },
      occurredAt: new Date(context.occurredAt ?? recordedAt).toISOString(),
      recordedAt: new Date(recordedAt).toISOString(),
      previousHash,
    };
    const event = { id, type, data: asJson(personal.seal(data, context.commandId, id)), metadata };
    stored.push(event);
    previousHash = hashOf({ ...event, stream, revision: revision + 1 + index });
  });
  return { events: stored, lastHash: previousHash };
}

/** Drops what JSON cannot hold (`undefined`), so that what is hashed is what is stored. */
function asJson(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}
