import type { EventStore } from '@renewals/event-store';
import { appendContract } from './append.contract';
import { logContract } from './log.contract';
import { Sample, seed } from './sample';
import { streamContract } from './stream.contract';
import { subscriptionContract } from './subscription.contract';
import type { StoreUnderTest } from './under-test';

/**
 * What every store behind the port does. The cases share one store and tolerate strangers in its log: each has a
 * category of its own.
 */
export function describeEventStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of the port (SEED=${seed})`, () => {
    let underTest: StoreUnderTest;
    const reopened: EventStore[] = [];
    beforeAll(async () => {
      underTest = await open();
    });
    afterAll(async () => {
      for (const store of reopened) await store.close();
      await underTest.close();
    });
    const given = {
      store: () => underTest.store,
      reopen: async () => {
        const store = await underTest.reopen?.();
        if (store) reopened.push(store);
        return store;
      },
      sample: new Sample(seed),
    };
    describe('append', () => appendContract(given));
    describe('read a stream', () => streamContract(given));
    describe('read the log', () => logContract(given));
    describe('subscribe', () => subscriptionContract(given));
  });
}
