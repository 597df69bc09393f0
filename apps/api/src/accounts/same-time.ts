import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds: a quicker answer would tell that there is no such account. */
const AT_LEAST = 50;

/** Resolves with the work, and never sooner than for everybody else. */
export async function takingTheSameTime(work: Promise<unknown>): Promise<void> {
  await Promise.all([work, wait(AT_LEAST)]);
}
