/** How the events of one stream add up to a state. The category ends the stream's name at its first dash. */
export interface StreamDefinition<State, Event> {
  readonly category: string;
  readonly initial: State;
  /** Throws `UnknownEvent` or `EventOutOfPlace`: history is never passed over in silence. */
  readonly evolve: (state: State, event: Event) => State;
}

/** The state after these events. */
export function fold<State, Event>(definition: StreamDefinition<State, Event>, events: Iterable<Event>): State {
  let state = definition.initial;
  for (const event of events) state = definition.evolve(state, event);
  return state;
}
