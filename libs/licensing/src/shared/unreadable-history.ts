import type { DomainEvent } from './event';

/** A stream holds an event of a type which this version does not know. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';

  constructor(category: string, event: never) {
    super(`A ${category} stream holds the unknown event ${(event as DomainEvent).type}: run a version that knows it`);
  }
}

/** A stream holds an event which no decision could have put there. */
export class EventOutOfPlace extends Error {
  override readonly name = 'EventOutOfPlace';

  constructor(category: string, event: DomainEvent, status: string) {
    super(`A ${category} stream holds ${event.type} while it is ${status}: its history is damaged`);
  }
}
