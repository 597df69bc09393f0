import { type EventMetadata, hashOf, NO_HASH, type RecordedEvent, type Upcasting } from '@renewals/event-store';
import type { DomainEvent, StreamDefinition } from '@renewals/licensing';

/** A stream folded up to a revision. */
export interface Loaded<State> {
  readonly state: State;
  /** Of the last event; -1 when there is none. */
  readonly revision: number;
  /** What the next event's `previousHash` must be. Taken only then: most streams are read and not written. */
  readonly lastHash: () => string;
  /** Every command that is in the stream, and what it was answered (rule 3). */
  readonly answers: Map<string, FirstAnswer>;
}

export interface FirstAnswer {
  /** That the command left behind. */
  readonly revision: number;
  /** Digest of what was asked, where that is known. */
  readonly request?: string | undefined;
}

export function nothingLoaded<State>(initial: State): Loaded<State> {
  return { state: initial, revision: -1, lastHash: () => NO_HASH, answers: new Map() };
}

/** Folds events that stand right behind what is loaded. */
export function foldOnto<State, Event extends DomainEvent>(
  { evolve }: StreamDefinition<State, Event>,
  loaded: Loaded<State>,
  events: readonly RecordedEvent[],
  upcasting: Upcasting,
): Loaded<State> {
  const last = events.at(-1);
  if (!last) return loaded;
  let state = loaded.state;
  for (const event of events) {
    const { type, data } = upcasting.lift(event);
    state = evolve(state, { type, data } as unknown as Event);
    const { commandId, request } = event.metadata as EventMetadata;
    loaded.answers.set(commandId, { revision: event.revision, request });
  }
  return { state, revision: last.revision, lastHash: () => hashOf(last), answers: loaded.answers };
}
