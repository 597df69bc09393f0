import type { JsonObject, NewEvent } from '@renewals/event-store';
import { derivedId } from '@renewals/platform';

/** Names and ids that no other run has, so that cases can share a store, also with strangers. */
export class Sample {
  private drawn = 0;

  constructor(private readonly seed: number) {}

  category(): string {
    return `sample${this.seed}n${(this.drawn += 1)}`;
  }

  stream(category = this.category()): string {
    return `${category}-${(this.drawn += 1)}`;
  }

  event(data: JsonObject = {}): NewEvent {
    const id = derivedId('contract', this.seed, (this.drawn += 1));
    return { id, type: 'ThingHappened', data, metadata: { schema: 1 } };
  }

  events(count: number): NewEvent[] {
    return Array.from({ length: count }, (_, n) => this.event({ n }));
  }
}

/** `SEED`, or a new one for each run; suites print it in their titles. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
