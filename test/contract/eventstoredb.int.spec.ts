import { systemEntropy } from '@renewals/platform';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb';
import { EventStoreDbDouble } from '../doubles/eventstoredb';
import { describeEventStore } from './event-store.contract';

const connect = (connectionString: string): EventStoreDbStore =>
  EventStoreDbStore.connect({ connectionString, entropy: systemEntropy });

describeEventStore('eventstoredb (double)', async () => {
  const double = await EventStoreDbDouble.start();
  const store = connect(double.connectionString);
  return {
    store,
    reopen: async () => connect(double.connectionString),
    close: async () => {
      await store.close();
      await double.stop();
    },
  };
});

const server = process.env['EVENT_STORE'];
if (server) {
  describeEventStore('eventstoredb (EVENT_STORE)', async () => {
    const store = connect(server);
    return { store, reopen: async () => connect(server), close: () => store.close() };
  });
} else {
  it.skip('skipped: set EVENT_STORE=esdb://… to run against a real server', () => undefined);
}
