import { type DomainEvent, fold, type Instant, Refusal, type StreamDefinition } from '@renewals/licensing';
import { shown } from './shown';

export interface Happened<Event> {
  readonly event: Event;
  readonly at: Instant;
}

/** One stream in memory: what happened and when, and the state that was folded along the way. */
export class MemoryStream<State, Event extends DomainEvent> {
  readonly happened: Happened<Event>[] = [];
  private folded: State;

  constructor(readonly definition: StreamDefinition<State, Event>) {
    this.folded = definition.initial;
  }

  get state(): State {
    return this.folded;
  }

  get events(): readonly Event[] {
    return this.happened.map(({ event }) => event);
  }

  /** Records what is decided. Whatever that is, deciding leaves the state as it was. */
  decide(at: Instant, decide: (state: State) => readonly Event[]): readonly Event[] | Refusal {
    const before = shown(this.folded);
    const decided = attempt(() => decide(this.folded));
    expect(shown(this.folded)).toBe(before);
    if (decided instanceof Refusal) return decided;
    for (const event of decided) this.record({ event, at });
    return decided;
  }

  /** The next state is another one: the one before stays as it was. */
  private record(happened: Happened<Event>): void {
    const before = this.folded;
    const text = shown(before);
    this.happened.push(happened);
    this.folded = this.definition.evolve(before, happened.event);
    expect(shown(before)).toBe(text);
  }

  /** The state that the events alone add up to, once they were stored and read again. */
  refolded(): State {
    return fold(this.definition, JSON.parse(JSON.stringify(this.events)) as readonly Event[]);
  }
}

function attempt<Event>(decide: () => readonly Event[]): readonly Event[] | Refusal {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
