import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  AllStreamSubscription,
  EventStoreDBClient,
  StreamSubscription,
  SubscribeToAllOptions,
  SubscribeToStreamOptions,
} from '@eventstore/db-client';
import type { Played } from './played';
import type { RecordedCall } from './recording';
import { spoken } from './values';

const LIFE = ['confirmation', 'caughtUp', 'end', 'finish', 'close'] as const;
const AFTER_THE_END = ['end', 'finish', 'close'];

/** A subscription and everything that it emits, in order. */
export class PlayedSubscription {
  private readonly heard: Record<string, unknown>[] = [];
  private readonly stream: AllStreamSubscription | StreamSubscription;

  constructor(
    client: EventStoreDBClient,
    private readonly call: RecordedCall,
  ) {
    this.stream = this.subscribe(client);
    for (const event of LIFE) this.stream.on(event as 'end', () => this.heard.push({ event }));
    this.stream.on('error', (error) => this.heard.push({ event: 'error', error }));
    this.stream.on('data', ({ event: inner }) => this.heard.push({ event: 'data', ...inner }));
  }

  /** Waits until all is heard that the recorded subscription had emitted by then; ends it where that one had ended. */
  async hears(wire: number): Promise<void> {
    const expected = this.call.emitted?.filter(({ afterWire }) => afterWire <= wire) ?? [];
    const beforeEnd = expected.filter(({ event }) => !AFTER_THE_END.includes(event));
    while (this.heard.length < beforeEnd.length) await nextTurn();
    if (expected.some(({ event }) => event === 'end')) await this.stream.unsubscribe();
    while (this.heard.length < expected.length) await nextTurn();
  }

  async finish(): Promise<Played> {
    await this.hears(Infinity);
    return { call: this.call, emitted: this.heard };
  }

  private subscribe(client: EventStoreDBClient): AllStreamSubscription | StreamSubscription {
    const args = this.call.args.map(spoken);
    if (this.call.method === 'subscribeToStream') {
      const [stream, options] = args as [string, SubscribeToStreamOptions];
      return client.subscribeToStream(stream, options);
    }
    const [options] = args as [SubscribeToAllOptions];
    if (options.filter?.checkpointReached) {
      options.filter.checkpointReached = (_, position) => {
        this.heard.push({ event: 'checkpointReached', position });
      };
    }
    return client.subscribeToAll(options);
  }
}
