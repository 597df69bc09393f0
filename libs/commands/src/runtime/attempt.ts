import { type DomainEvent, Refusal, type StreamDefinition } from '@renewals/licensing';
import type { CommandContext } from './context';
import { StaleRevision } from './errors';
import type { FirstAnswer, Loaded } from './loaded';

type Attempt<Event> =
  | { readonly kind: 'events'; readonly events: readonly Event[] }
  | { readonly kind: 'answered'; readonly revision: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly error: unknown };

/** What the command comes to on a state: its first answer when it is in the stream already (rule 3). */
export function attemptOn<State, Event extends DomainEvent>(
  loaded: Loaded<State>,
  context: CommandContext,
  decide: (state: State) => readonly Event[],
): Attempt<Event> {
  const answered = loaded.answers.get(context.commandId);
  if (answered && isAnother(answered, context)) return { kind: 'refused', error: keyReused() };
  if (answered) return { kind: 'answered', revision: answered.revision };
  if (context.ifMatch !== undefined && context.ifMatch !== loaded.revision) {
    return { kind: 'refused', error: new StaleRevision(context.ifMatch, loaded.revision) };
  }
  try {
    const events = decide(loaded.state);
    return events.length > 0 ? { kind: 'events', events } : { kind: 'nothing' };
  } catch (error) {
    return { kind: 'refused', error };
  }
}

function isAnother({ request }: FirstAnswer, context: CommandContext): boolean {
  return request !== undefined && context.request !== undefined && request !== context.request;
}

function keyReused(): Refusal {
  return new Refusal(
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was sent with another request before, which was carried out. Send the new one with a key of its own.',
  );
}

/** One of several commands on a stream. */
export interface Asked<State, Event> {
  readonly context: CommandContext;
  readonly decide: (state: State) => readonly Event[];
}

/** What one command came to. */
export interface Decided<Event> {
  readonly context: CommandContext;
  readonly events: readonly Event[];
}

/** `known`: nothing was to be done, or the command was here before. */
export type EachOutcome =
  | { readonly result: 'recorded' }
  | { readonly result: 'known' }
  | { readonly result: 'refused'; readonly refusal: Refusal };

/** What several commands come to, one after the other. Throws what is no refusal: then none of them was done. */
export function attemptEach<State, Event extends DomainEvent>(
  { evolve }: StreamDefinition<State, Event>,
  loaded: Loaded<State>,
  asked: readonly Asked<State, Event>[],
): { readonly decided: readonly Decided<Event>[]; readonly outcomes: readonly EachOutcome[] } {
  const decided = new Map<string, Decided<Event>>();
  let state = loaded.state;
  const outcomes = asked.map(({ context, decide }): EachOutcome => {
    if (decided.has(context.commandId)) return { result: 'known' };
    const answer = attemptOn({ ...loaded, state }, context, decide);
    if (answer.kind === 'refused') {
      if (answer.error instanceof Refusal) return { result: 'refused', refusal: answer.error };
      throw answer.error;
    }
    if (answer.kind !== 'events') return { result: 'known' };
    decided.set(context.commandId, { context, events: answer.events });
    state = answer.events.reduce(evolve, state);
    return { result: 'recorded' };
  });
  return { decided: [...decided.values()], outcomes };
}
