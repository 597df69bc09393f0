import { setImmediate as nextTurn } from 'node:timers/promises';

/** Waits until it holds; the test's own time limit ends the wait. */
export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await nextTurn();
}
