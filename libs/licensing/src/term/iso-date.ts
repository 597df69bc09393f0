import { Refusal } from '../shared/refusal';
import type { IsoDate } from '../shared/words';
import { quoted } from './quoted';

export const DAY = 86_400_000;

const firstMidnight = Date.parse('0000-01-01');
const lastMidnight = Date.parse('9999-12-31');

/** Any day of the calendar from 0000-01-01 to 9999-12-31; dates compare as texts. Throws `INVALID_DATE`. */
export function isoDate(text: string): IsoDate {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  // Date.parse takes 2026-02-30 for 2026-03-02.
  if (Number.isNaN(midnight) || dateAt(midnight) !== text) {
    throw new Refusal('INVALID_DATE', `${quoted(text)} is no date. Write a day of the calendar as YYYY-MM-DD.`);
  }
  return text as IsoDate;
}

/** Throws `INVALID_DATE` when the result is no four-digit year, like every function here that moves a date. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateAt(midnightOf(date) + days * DAY);
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const moved = new Date(midnightOf(date));
  const day = moved.getUTCDate();
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== day) moved.setUTCDate(0);
  return dateAt(moved.getTime());
}

/** Negative when `to` is before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (midnightOf(to) - midnightOf(from)) / DAY;
}

/** From month to month of the calendar, whatever the days: 1 from 2028-01-31 to 2028-02-01. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  return monthNumber(to) - monthNumber(from);
}

/** The date's midnight if it were in UTC. */
export function midnightOf(date: IsoDate): number {
  return Date.parse(date);
}

/** The date of an instant in UTC. */
export function dateAt(instant: number): IsoDate {
  if (!(instant >= firstMidnight && instant < lastMidnight + DAY)) {
    throw new Refusal(
      'INVALID_DATE',
      'This leads out of the years 0000 to 9999. Choose a date nearer to today, a shorter period or fewer terms.',
    );
  }
  return new Date(instant).toISOString().slice(0, 10) as IsoDate;
}

function monthNumber(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
