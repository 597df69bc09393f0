import type { Instant, IsoDate, Zone } from '../shared/words';
import { DAY, dateAt, midnightOf } from './iso-date';
import { offsetAt } from './zone';

const HOUR = 3_600_000;
/** No zone's clocks were ever further from UTC. */
const FARTHEST_OFFSET = 16 * HOUR;

/**
 * The earliest instant whose local date is the day after `expiresOn`, or a later one where the zone skipped that day.
 * A term is valid before it, and no longer at it.
 */
export function endsAt(expiresOn: IsoDate, zone: Zone): Instant {
  return earliestAtOrAfter(midnightOf(expiresOn) + DAY, zone);
}

/** The earliest instant of the day: where the term before it ends. */
export function startsAt(startsOn: IsoDate, zone: Zone): Instant {
  return earliestAtOrAfter(midnightOf(startsOn), zone);
}

/**
 * When the zone's clocks show that hour (0 to 23) of the date: the first time if they do so twice, the first instant
 * after the gap if they never do, even where the gap is the whole day.
 */
export function instantAt(date: IsoDate, hour: number, zone: Zone): Instant {
  return earliestAtOrAfter(midnightOf(date) + hour * HOUR, zone);
}

export function localDate(instant: Instant, zone: Zone): IsoDate {
  return dateAt(instant + offsetAt(instant, zone));
}

/** `2029-03-01T03:00:00Z`, with milliseconds only when there are some. */
export function rfc3339(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** The zone data does not change while the program runs, and the same days are asked for again and again. */
const answers = new Map<string, Instant>();
const ANSWERS_AT_MOST = 50_000;

/**
 * The earliest instant at which the zone's clocks show `wallClock` (milliseconds, as if in UTC) or later. Clocks put
 * back across it show it twice, and put forward across it never: luxon's `startOf('day')` takes the second midnight.
 */
function earliestAtOrAfter(wallClock: number, zone: Zone): Instant {
  const key = `${wallClock} ${zone}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const instant = searchEarliest(wallClock, zone);
  if (answers.size >= ANSWERS_AT_MOST) answers.clear();
  answers.set(key, instant);
  return instant;
}

function searchEarliest(wallClock: number, zone: Zone): Instant {
  const from = wallClock - FARTHEST_OFFSET;
  const to = wallClock + FARTHEST_OFFSET;
  const before = offsetAt(from, zone);
  const after = offsetAt(to, zone);
  if (before === after) return wallClock - before;
  const change = changeOfOffset(from, to, zone);
  return wallClock - before < change ? wallClock - before : Math.max(change, wallClock - after);
}

/** The first instant of the new offset. No zone changes its clocks twice within the two days searched. */
function changeOfOffset(from: Instant, to: Instant, zone: Zone): Instant {
  const before = offsetAt(from, zone);
  let [old, changed] = [from, to];
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (offsetAt(middle, zone) === before) old = middle;
    else changed = middle;
  }
  return changed;
}
