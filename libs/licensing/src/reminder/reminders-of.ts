import type { ReminderPolicy } from '../policy';
import type { Instant, IsoDate } from '../shared/words';
import { addDays, instantAt, type Term } from '../term';

export interface Reminder {
  /** Days before the expiry. */
  readonly offset: number;
  /** A day in the term's zone. */
  readonly dueOn: IsoDate;
  readonly dueAt: Instant;
}

/**
 * The reminders of a renewable term, the earliest first. An offset whose day is before the term starts does not exist.
 * Trials and terminated licenses have none, and a perpetual license has those of its maintenance.
 */
export function remindersOf(
  { offsets, hour }: Pick<ReminderPolicy, 'offsets' | 'hour'>,
  { startsOn, expiresOn, zone }: Pick<Term, 'startsOn' | 'expiresOn' | 'zone'>,
): readonly Reminder[] {
  return offsets
    .map((offset) => ({ offset, dueOn: addDays(expiresOn, -offset) }))
    .filter(({ dueOn }) => dueOn >= startsOn)
    .map(({ offset, dueOn }) => ({ offset, dueOn, dueAt: instantAt(dueOn, hour, zone) }));
}
