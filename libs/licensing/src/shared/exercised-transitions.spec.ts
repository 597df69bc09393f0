import { appendFileSync } from 'node:fs';
import type { DomainEvent } from './event';
import type { StreamDefinition } from './stream';

/** One event that a specification saw decided, and the states around it, as JSON. */
export interface ExercisedTransition {
  readonly category: string;
  /** None at the beginning of the stream. */
  readonly from?: unknown;
  readonly event: string;
  readonly to: unknown;
}

/** Adds what a command led to as lines to the file `TRANSITIONS`, if there is one: test/state-machines draws them. */
export function recordTransitions<State, Event extends DomainEvent>(
  { category, initial, evolve }: StreamDefinition<State, Event>,
  before: State,
  events: readonly Event[],
): void {
  const file = process.env['TRANSITIONS'];
  if (!file) return;
  let from = before;
  for (const event of events) {
    const to = evolve(from, event);
    const began = from !== initial && { from };
    const transition: ExercisedTransition = { category, ...began, event: event.type, to };
    appendFileSync(file, `${JSON.stringify(transition)}\n`);
    from = to;
  }
}
