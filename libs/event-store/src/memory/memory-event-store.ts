import { sameAppend } from '../append-again';
import { AppendRefused, RevisionConflict } from '../errors';
import { follow } from '../follow';
import {
  type AllFilter,
  type Appended,
  type Batch,
  categoryOf,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  START,
  type StreamRange,
  type SubscribeOptions,
} from '../port';
import { AppendSignal } from '../append-signal';

const position = (index: number): Position => String(index + 1).padStart(20, '0') as Position;

/** For tests of what stands above the port: nothing is kept. */
export class MemoryEventStore implements EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly appended = new AppendSignal();

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    if (events.length === 0) throw new AppendRefused('An append needs at least one event');
    const existing = this.streams.get(stream) ?? [];
    const next = expected === 'no-stream' ? 0 : expected + 1;
    if (next !== existing.length) {
      const stored = sameAppend(existing.slice(next, next + events.length), events);
      if (stored) return stored;
      throw new RevisionConflict(stream, expected);
    }
    for (const event of events) {
      const recorded = structuredClone({
        ...event,
        stream,
        revision: existing.length,
        position: position(this.log.length),
      });
      existing.push(recorded);
      this.log.push(recorded);
    }
    this.streams.set(stream, existing);
    this.appended.raise();
    return { revision: existing.length - 1, position: position(this.log.length - 1) };
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<RecordedEvent[]> {
    const { direction = 'forwards', limit = Infinity } = range;
    const events = this.streams.get(stream) ?? [];
    const from = range.from ?? (direction === 'forwards' ? 0 : events.length - 1);
    const selected =
      direction === 'forwards'
        ? events.filter((event) => event.revision >= from)
        : events.filter((event) => event.revision <= from).reverse();
    return structuredClone(selected.slice(0, limit));
  }

  async readAll({ after, categories, batchSize = 500 }: AllFilter): Promise<Batch> {
    const first = after === START ? 0 : Number(after);
    const page = this.log.slice(first, first + batchSize);
    return {
      events: structuredClone(page.filter((event) => !categories || categories.includes(categoryOf(event.stream)))),
      position: page.at(-1)?.position ?? after,
      caughtUp: first + page.length >= this.log.length,
    };
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    return follow(this, this.appended, options);
  }

  async lastPosition(): Promise<Position> {
    return this.log.at(-1)?.position ?? START;
  }

  async close(): Promise<void> {
    this.appended.raise();
  }
}
