import { tellsTheWayOut } from '../../../../test/support/way-out';
import type { DomainEvent } from './event';
import { recordTransitions } from './exercised-transitions.spec';
import { Refusal, type RefusalCode } from './refusal';
import { fold, type StreamDefinition } from './stream';

/**
 * `given(history).when(decide, command, decision).then(events)`: given what happened, when somebody asks for this,
 * then that follows. Not a spec itself: the `.unit.spec.ts` files use it.
 */
export function specification<State, Event extends DomainEvent>(stream: StreamDefinition<State, Event>) {
  return (history: readonly Event[]) => ({
    when<Rest extends readonly unknown[]>(decide: (state: State, ...rest: Rest) => readonly Event[], ...rest: Rest) {
      const decided = () => {
        const state = fold(stream, history);
        const events = decide(state, ...rest);
        recordTransitions(stream, state, events);
        return events;
      };
      return {
        then: (expected: readonly Event[]) => expect(decided()).toEqual(expected),
        thenNothing: () => expect(decided()).toEqual([]),
        /** Refused with this code, in sentences that tell the way out, and that say at least this. */
        thenRefused: (code: RefusalCode, saying: string | RegExp = tellsTheWayOut) => {
          const refusal = refusalOf(decided);
          expect(refusal.code).toBe(code);
          expect(refusal.message).toMatch(tellsTheWayOut);
          expect(refusal.message).toMatch(saying);
        },
      };
    },
  });
}

function refusalOf(decided: () => readonly DomainEvent[]): Refusal {
  let events: readonly DomainEvent[];
  try {
    events = decided();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Expected a refusal, but it was decided: ${JSON.stringify(events)}`);
}
