import type { DomainEvent } from '@renewals/licensing';
import type { CommandContext } from './context';
import { StaleRevision } from './errors';
import type { Loaded } from './loaded';

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
  if (answered !== undefined) return { kind: 'answered', revision: answered };
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
