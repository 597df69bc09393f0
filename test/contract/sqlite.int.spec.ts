import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '@renewals/event-store';
import { describeEventStore } from './event-store.contract';

describeEventStore('sqlite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'renewals-contract-'));
  const file = join(directory, 'events.sqlite');
  const store = SqliteEventStore.open(file);
  return {
    store,
    reopen: async () => SqliteEventStore.open(file, { readOnly: true }),
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
});
