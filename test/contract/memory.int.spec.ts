import { MemoryEventStore } from '@renewals/event-store';
import { describeEventStore } from './event-store.contract';

describeEventStore('memory', async () => {
  const store = new MemoryEventStore();
  return { store, close: () => store.close() };
});
