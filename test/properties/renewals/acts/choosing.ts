import type { AnySubject, Desk } from '../desk';

/** One of them; 0 is the first. */
export function chosen<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % items.length];
}

/** A license or maintenance of the desk; 0 is the license that was made last. */
export function aSubject(desk: Desk, which: number): AnySubject {
  const subject = chosen(desk.subjects, which);
  if (!subject) throw new Error('A desk is never without a license');
  return subject;
}

/** Mostly the newest of them, now and then the one before. */
export function recent<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[items.length - 1 - (which % 2)];
}
