import { refused, type Refused } from '../shared/rule';
import type { IsoDate } from '../shared/words';
import { daysBetween } from '../term';

/** The longest period of days: beyond it a date that somebody chose is a mistake. */
const FARTHEST = 3650;

export function refuseBeyondReach(from: IsoDate, date: IsoDate): Refused | undefined {
  return daysBetween(from, date) > FARTHEST
    ? refused('INVALID_DATE', `${date} is more than ten years after ${from}. Choose an earlier date.`)
    : undefined;
}
