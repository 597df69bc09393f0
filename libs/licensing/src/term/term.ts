import type { IsoDate, Period, Zone } from '../shared/words';
import { addDays } from './iso-date';
import { addPeriods, periodsBetween } from './period';

/**
 * The stretch in which a license is usable. `expiresOn` is its last usable day; `startsOn` and `expiresOn` are days in
 * `zone`. Term n of an anchor ends on anchor + n periods; `n` is 0 when the anchor itself is the expiry (alignment).
 */
export interface Term {
  readonly anchor: IsoDate;
  readonly n: number;
  readonly period: Period;
  readonly startsOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly zone: Zone;
}

/**
 * The n-th term of an anchor, n from 1. Term 1 starts on the anchor and is never less than a whole period (P); each
 * further one starts on the day after the one before. Throws `INVALID_DATE` when it would expire after 9999-12-31.
 */
export function termAt(anchor: IsoDate, period: Period, n: number, zone: Zone): Term {
  const startsOn = n === 1 ? anchor : addDays(addPeriods(anchor, period, n - 1), 1);
  return { anchor, n, period, startsOn, expiresOn: addPeriods(anchor, period, n), zone };
}

/** The first term of an anchor that expires on the date or later. */
export function firstTermReaching(anchor: IsoDate, period: Period, zone: Zone, date: IsoDate): Term {
  const n = Math.max(1, periodsBetween(anchor, date, period));
  return termAt(anchor, period, addPeriods(anchor, period, n) < date ? n + 1 : n, zone);
}

/** The term that follows another: on its anchor when not a day lies between them, else on an anchor of its own. */
export function successorTerm(old: Term, startsOn: IsoDate): Term {
  const { anchor, period, zone } = old;
  if (startsOn !== addDays(old.expiresOn, 1)) return termAt(startsOn, period, 1, zone);
  // Not termAt: the successor of an alignment is term 1, and starts on the day after its anchor.
  const n = old.n + 1;
  return { anchor, n, period, startsOn, expiresOn: addPeriods(anchor, period, n), zone };
}
