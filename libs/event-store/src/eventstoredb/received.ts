import type { StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import type { Received } from './recorded-events';

/**
 * What a read brings. The call is over when this is, also when it was left early: the client's own loop would leave it
 * open, with the server still sending, and no deadline at all.
 *
 * @param silence Milliseconds without anything from the server after which the read is given up.
 */
export async function* received(
  read: StreamingRead<{ event?: Received }>,
  silence: number,
): AsyncGenerator<Received, void> {
  read.on('error', () => undefined); // it may come after the loop has ended, and would end the process
  const watchdog = setTimeout(() => {
    read.destroy(new StoreUnavailable(`The event store sent nothing for ${silence} ms`));
  }, silence);
  try {
    for await (const { event } of read as AsyncIterable<{ event?: Received }>) {
      watchdog.refresh();
      if (event) yield event;
    }
  } finally {
    clearTimeout(watchdog);
    read.cancel().catch(() => undefined); // there was no call to cancel
  }
}
