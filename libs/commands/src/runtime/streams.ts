import {
  type Appended,
  type EventStore,
  type Position,
  RevisionConflict,
  START,
  type Upcasting,
} from '@renewals/event-store';
import type { DomainEvent, StreamDefinition } from '@renewals/licensing';
import type { Clock, PersonalData } from '@renewals/platform';
import { LRUCache } from 'lru-cache';
import { attemptEach, attemptOn, type Asked, type Decided, type EachOutcome } from './attempt';
import type { CommandContext } from './context';
import { foldOnto, type Loaded, nothingLoaded } from './loaded';
import { storedEvents } from './stored-events';
import { Underway } from './underway';

export interface Outcome {
  /** Revision of the stream afterwards; -1 when it still does not exist. */
  readonly revision: number;
  /** Whether this call wrote anything: not when there was nothing to do, nor when the command was here before. */
  readonly wrote: boolean;
}

export interface StreamsOptions {
  readonly store: EventStore;
  readonly upcasting: Upcasting;
  readonly personal: PersonalData;
  readonly clock: Clock;
  /** Waits a jittered moment before a lost race is decided again. */
  readonly pause: (attempt: number) => Promise<void>;
  /** Nobody else writes to the store, so what is folded is as it stands there. */
  readonly soleWriter: boolean;
  /** How many folded streams to keep in memory. Default 50,000. */
  readonly cacheSize?: number;
}

const MAX_ATTEMPTS = 3;

/** Loads a stream, lets a pure function decide, and appends what it decided at the revision it decided on. */
export class Streams {
  private readonly folded: LRUCache<string, Loaded<unknown>>;
  private readonly underway = new Underway();
  private newest: Position = START;
  private written = 0;
  /** What is at or before it, was there before we append. Unknown at first, and after a fault. */
  private logEnd: Position | undefined;

  constructor(private readonly options: StreamsOptions) {
    this.folded = new LRUCache({ max: options.cacheSize ?? 50_000 });
  }

  /** Position of the last event that this process appended: a view that has reached it shows all of our own writes. */
  get lastAppended(): Position {
    return this.newest;
  }

  /** How many events this process appended. */
  get appendedEvents(): number {
    return this.written;
  }

  /** The state of a stream as of now: what is folded already, and its tail read from the store. */
  async read<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
  ): Promise<Loaded<State>> {
    const stream = nameOf(definition, id);
    if (this.options.soleWriter && this.folded.has(stream)) return this.known(definition, stream);
    const known = this.known(definition, stream);
    const tail = await this.options.store.readStream(stream, { from: known.revision + 1 });
    const loaded = foldOnto(definition, known, tail, this.options.upcasting);
    this.folded.set(stream, loaded);
    return loaded;
  }

  /**
   * Appends what `decide` answers for the stream's state; nothing when it answers with no events.
   * The state may come from memory: an append on a stale one is lost and decided again, at most three times (rule 4),
   * and a refusal or a "nothing to do" only counts on a state that was read afresh. So a command that creates a stream
   * reads it only when that fails. A command that is in the stream already gets its first answer (rule 3).
   */
  decide<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
    context: CommandContext,
    decide: (state: State) => readonly Event[],
  ): Promise<Outcome> {
    const command = `${nameOf(definition, id)} ${context.commandId}`;
    return this.underway.alone(command, () => this.settle(definition, id, context, decide));
  }

  /**
   * Several commands on one stream in one append, in their order: each is decided on what those before it left behind,
   * keeps its own id, and is refused or answered by itself.
   */
  decideEach<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
    asked: readonly Asked<State, Event>[],
  ): Promise<readonly EachOutcome[]> {
    return this.underway.alone(nameOf(definition, id), () => this.settleEach(definition, id, asked));
  }

  private async settleEach<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
    asked: readonly Asked<State, Event>[],
  ): Promise<readonly EachOutcome[]> {
    let loaded = this.known(definition, nameOf(definition, id));
    let fresh = false;
    let attempt = 1;
    for (;;) {
      const { decided, outcomes } = attemptEach(definition, loaded, asked);
      if (decided.length > 0) {
        const outcome = await this.append(definition, id, loaded, decided);
        if (outcome !== 'lost') return outcomes;
        if (attempt === MAX_ATTEMPTS) throw new RevisionConflict(nameOf(definition, id), expected(loaded));
        await this.options.pause(attempt++);
      } else if (fresh) return outcomes;
      loaded = await this.read(definition, id);
      fresh = true;
    }
  }

  private async settle<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
    context: CommandContext,
    decide: (state: State) => readonly Event[],
  ): Promise<Outcome> {
    let loaded = this.known(definition, nameOf(definition, id));
    let fresh = false;
    let attempt = 1;
    for (;;) {
      const answer = attemptOn(loaded, context, decide);
      if (answer.kind === 'events') {
        const outcome = await this.append(definition, id, loaded, [{ context, events: answer.events }]);
        if (outcome !== 'lost') return outcome;
        if (attempt === MAX_ATTEMPTS) throw new RevisionConflict(nameOf(definition, id), expected(loaded));
        await this.options.pause(attempt++);
      } else if (answer.kind === 'answered') {
        return { revision: answer.revision, wrote: false };
      } else if (fresh) {
        if (answer.kind === 'refused') throw answer.error;
        return { revision: loaded.revision, wrote: false };
      }
      loaded = await this.read(definition, id);
      fresh = true;
    }
  }

  private async append<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
    loaded: Loaded<State>,
    decided: readonly Decided<Event>[],
  ): Promise<Outcome | 'lost'> {
    const { store, clock, personal, soleWriter } = this.options;
    const stream = nameOf(definition, id);
    const before = (this.logEnd ??= await store.lastPosition());
    const { events, lastHash, answers } = storedEvents(decided, stream, loaded, clock.now(), personal);
    let appended: Appended;
    try {
      appended = await store.append(stream, expected(loaded), events);
    } catch (error) {
      if (this.folded.get(stream) === loaded) this.folded.delete(stream);
      if (error instanceof RevisionConflict) return 'lost';
      this.logEnd = undefined;
      throw error;
    }
    const { revision, position } = appended;
    if (position <= before) return this.answeredBefore(stream, revision);
    this.moveOn(position, events.length);
    const state = events.reduce(
      (folded, { type, data }) => definition.evolve(folded, { type, data } as unknown as Event),
      loaded.state,
    );
    for (const [commandId, answer] of answers) loaded.answers.set(commandId, answer);
    // Another process may have begun the stream with this very command; only reading tells whose events are stored.
    if (soleWriter || loaded.revision >= 0) {
      this.folded.set(stream, { state, revision, lastHash: () => lastHash, answers: loaded.answers });
    }
    return { revision, wrote: true };
  }

  /** What stands there was recorded at another time, so its hash is not that of the events that were just sent. */
  private answeredBefore(stream: string, revision: number): Outcome {
    this.folded.delete(stream);
    return { revision, wrote: false };
  }

  private moveOn(position: Position, events: number): void {
    if (position > this.newest) this.newest = position;
    if (this.logEnd !== undefined && position > this.logEnd) this.logEnd = position;
    this.written += events;
  }

  private known<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    stream: string,
  ): Loaded<State> {
    return (this.folded.get(stream) as Loaded<State> | undefined) ?? nothingLoaded(definition.initial);
  }
}

function expected({ revision }: Loaded<unknown>): number | 'no-stream' {
  return revision < 0 ? 'no-stream' : revision;
}

function nameOf(definition: { readonly category: string }, id: string): string {
  return `${definition.category}-${id}`;
}
