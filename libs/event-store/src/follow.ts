import type { AppendSignal } from './append-signal';
import type { AllFilter, Batch, SubscribeOptions } from './port';

/** A subscription of a store in this process: pages of the log, and at its end a wait for the next append. */
export async function* follow(
  store: { readAll(filter: AllFilter): Promise<Batch> },
  appended: AppendSignal,
  { signal, ...filter }: SubscribeOptions,
): AsyncGenerator<Batch> {
  let after = filter.after;
  let saidCaughtUp = false;
  while (!signal.aborted) {
    const count = appended.count;
    const batch = await store.readAll({ ...filter, after });
    if (signal.aborted) return;
    if (batch.position > after || !saidCaughtUp) {
      after = batch.position;
      saidCaughtUp = batch.caughtUp;
      yield batch;
    }
    if (batch.caughtUp) await appended.after(count, signal);
  }
}
