import type { EventStore } from '@renewals/event-store';
import { seededEntropy } from '@renewals/platform';
import { type EventStoreDbOptions, EventStoreDbStore } from '../../libs/event-store/src/eventstoredb';
import { EventStoreDbDouble } from '../doubles/eventstoredb';
import { seed } from './sample';

/** For each test a server double and a store on it. */
export class WithDouble {
  private started: EventStoreDbDouble | undefined;
  private connected: EventStore | undefined;
  private readonly opened: { close(): Promise<void> }[] = [];

  constructor() {
    beforeEach(async () => {
      this.started = await EventStoreDbDouble.start();
      this.connected = this.connect();
    });
    afterEach(async () => {
      for (const one of this.opened.splice(0)) await one.close();
      await this.started?.stop();
    });
  }

  get double(): EventStoreDbDouble {
    if (!this.started) throw new Error('The double runs within a test only');
    return this.started;
  }

  get store(): EventStore {
    if (!this.connected) throw new Error('The store is there within a test only');
    return this.connected;
  }

  connect(options: Partial<EventStoreDbOptions> = {}): EventStore {
    const { connectionString } = this.double;
    return this.closeLater(EventStoreDbStore.connect({ connectionString, entropy: seededEntropy(seed), ...options }));
  }

  closeLater<Closable extends { close(): Promise<void> }>(one: Closable): Closable {
    this.opened.push(one);
    return one;
  }
}
