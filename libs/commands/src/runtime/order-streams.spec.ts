import { type EventStore, MemoryEventStore, Upcasting } from '@renewals/event-store';
import {
  type ContactId,
  eventCatalogue,
  type Order,
  type OrderEvent,
  type OrderPlaced,
  orderStream,
  organizationStream,
  unsubscribeReminders,
} from '@renewals/licensing';
import { contextOf, orderId, organizationId, ownerOf } from '../../../../test/support/samples';
import { sealing } from '../../../../test/support/sealing';
import { WatchedStore } from '../../../../test/support/watched-store';
import type { CommandContext } from './context';
import { type Outcome, Streams, type StreamsOptions } from './streams';

const id = orderId('reader');
export const order = `order-${id}`;

const placed: OrderPlaced = {
  type: 'OrderPlaced',
  data: {
    orderId: id,
    organizationId: organizationId('acme'),
    policy: 'dynamsoft',
    policyHash: 'hash',
    channel: 'store',
    billingContactId: ownerOf('acme'),
    paymentMethod: 'card',
    lines: [],
  },
};

/** One program with streams over a store that may be shared with others; not a spec itself. */
export class Program {
  readonly watched: WatchedStore;
  readonly streams: Streams;
  readonly pauses: number[] = [];
  now = Date.parse('2026-01-09T08:00:00Z');

  constructor(store: EventStore = new MemoryEventStore(), options: Partial<StreamsOptions> = {}) {
    this.watched = new WatchedStore(store);
    this.streams = new Streams({
      store: this.watched,
      upcasting: new Upcasting(eventCatalogue),
      personal: sealing().personal,
      clock: { now: () => this.now },
      pause: async (attempt) => void this.pauses.push(attempt),
      soleWriter: false,
      ...options,
    });
  }

  place(context = contextOf('place')): Promise<Outcome> {
    return this.decide(context, (state) => (state.status === 'placed' ? [] : [placed]));
  }

  /** The contact wants no reminders of this order any more. */
  unsubscribe(name: string, context = contextOf(name)): Promise<Outcome> {
    const contactId = name as ContactId;
    return this.decide(context, (state) =>
      unsubscribeReminders(
        state,
        { contactId, via: 'link' },
        { organization: organizationStream.initial, licenses: [] },
      ),
    );
  }

  async unsubscribed(): Promise<string[]> {
    const { state } = await this.streams.read(orderStream, id);
    return state.status === 'placed' ? [...state.unsubscribed.keys()] : [];
  }

  stored() {
    return this.watched.real.readStream(order);
  }

  private decide(context: CommandContext, decide: (state: Order) => readonly OrderEvent[]): Promise<Outcome> {
    return this.streams.decide(orderStream, id, context, decide);
  }
}
