import type { VirtualTime } from '@renewals/platform';
import type { Worker } from './worker';

/** Goes from deadline to deadline; the clock only moves when nothing is left to do (rule 18). */
export async function liveUntil(worker: Worker, clock: VirtualTime, until: number): Promise<void> {
  await worker.settle();
  for (;;) {
    const next = await worker.nextInstant();
    if (next === undefined || next > until) break;
    if (next <= clock.now()) throw new Error(`Something due at ${new Date(next).toISOString()} cannot be settled.`);
    clock.moveTo(next);
    await worker.settle();
  }
  clock.moveTo(until);
  await worker.settle();
}
