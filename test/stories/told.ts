import { join } from 'node:path';
import { EventStoreDbDouble } from '../doubles/eventstoredb';
import { Served } from '../e2e/served';
import { expectApprovedPage } from '../support/approved-page';
import { pageOf, type Telling } from './telling';

const PATIENCE = 120_000;

/** Tells a story on each event store: it is the same to the letter, and as it was approved. */
export function toldOnBothStores(telling: Telling): void {
  const told = async (eventStore?: string) => {
    const served = await Served.begin({ at: telling.at, ...(eventStore !== undefined && { eventStore }) });
    try {
      expectApprovedPage(join(__dirname, 'golden', `${telling.page}.md`), await pageOf(telling, served));
    } finally {
      await served.close();
    }
  };

  it('on the embedded store', () => told(), PATIENCE);

  it(
    'on EventStoreDB',
    async () => {
      const double = await EventStoreDbDouble.start();
      try {
        await told(double.connectionString);
      } finally {
        await double.stop();
      }
    },
    PATIENCE,
  );
}
